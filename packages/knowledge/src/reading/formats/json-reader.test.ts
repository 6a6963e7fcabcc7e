import { expect, test } from 'vitest';
import { readBytes, tablesOf } from '../testing/read-bytes.ts';
import { jsonReader } from './json-reader.ts';

test('a list of objects is a table; numbers stay as written', async () => {
  const read = await readBytes(
    jsonReader,
    '[{"nom": "thé", "prix": 1.50, "où": {"ville": "Lyon", "codes": [69001, 69002]}}, {"nom": "café", "code": 12345678901234567890}]',
  );
  expect(tablesOf(read)).toEqual([
    {
      header: ['nom', 'prix', 'où', 'code'],
      rows: ['1: thé | 1.50 | ville: Lyon, codes: 69001, 69002', '2: café |  |  | 12345678901234567890'],
    },
  ]);
});

test('other JSON is lines of path and value, tables within it have its path as their name', async () => {
  const read = await readBytes(
    jsonReader,
    '{"a": {"b": [true, null, "x\\ny"], "c": []}, "rows": [{"n": 1}, {"n": 2}], "z": [[1], [{"k": "v"}]]}',
  );
  expect(read.lines).toEqual([
    'paragraph: a.b: true, , x\ny\na.c:',
    'table: n\n1\n2',
    'paragraph: z[1]: 1\nz[2][1].k: v',
  ]);
  expect(tablesOf(read)).toMatchObject([{ name: 'rows' }]);
});

test('JSON a line is read as a list', async () => {
  expect(tablesOf(await readBytes(jsonReader, '{"a": 1}\n\n{"a": "é"}\n'))).toEqual([
    { header: ['a'], rows: ['1: 1', '2: é'] },
  ]);
  await expect(readBytes(jsonReader, '{"a": 1}\n{"a":')).rejects.toMatchObject({ code: 'document-damaged' });
});

test('endless nesting is read or refused, but ends', async () => {
  const deep = `${'['.repeat(50_000)}"core"${']'.repeat(50_000)}`;
  await expect(readBytes(jsonReader, deep, { limits: { characters: 10_000 } })).rejects.toMatchObject({
    code: 'document-too-large',
  });
});
