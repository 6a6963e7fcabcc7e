import { expect, test } from 'vitest';
import { readBytes, tablesOf } from '../testing/read-bytes.ts';
import { csvReader } from './csv-reader.ts';

async function read(content: string): Promise<unknown> {
  return tablesOf(await readBytes(csvReader, content));
}

test('semicolons, Windows-1252 and French numbers are understood, and numbers stay as written', async () => {
  const bytes = Buffer.from(
    'Activit\xe9;Prix;Depuis\r\nth\xe9;"1 234,56";2021\r\n"caf\xe9; noir";1.234,56;2022\r\n',
    'latin1',
  );
  const parts = await readBytes(csvReader, bytes);
  expect(parts.text).toBe('Activité | Prix | Depuis\nthé | 1 234,56 | 2021\ncafé; noir | 1.234,56 | 2022');
  expect(tablesOf(parts)).toEqual([
    {
      header: ['Activité', 'Prix', 'Depuis'],
      rows: ['2: thé | 1 234,56 | 2021', '3: café; noir | 1.234,56 | 2022'],
    },
  ]);
});

test('each delimiter is found; `sep=` decides and is no row', async () => {
  for (const sign of [',', ';', '\t', '|']) {
    expect(await read(`a${sign}b\n1${sign}2\n`)).toEqual([{ header: ['a', 'b'], rows: ['2: 1 | 2'] }]);
  }
  expect(await read('1,5;2,5\n3,5;4,5\n')).toEqual([{ header: [], rows: ['1: 1,5 | 2,5', '2: 3,5 | 4,5'] }]);
  expect(await read('sep=|\na|b,c,d\n1|2,3,4\n')).toEqual([{ header: ['a', 'b,c,d'], rows: ['2: 1 | 2,3,4'] }]);
});

test('rows are numbered as a spreadsheet shows them', async () => {
  const content = 'name,note\n"a","two\nlines"\n\n"b ""quoted""",x"y\nc,"never closed\n';
  expect(await read(content)).toEqual([
    { header: ['name', 'note'], rows: ['2: a | two lines', '4: b "quoted" | x"y', '5: c | "never closed'] },
  ]);
});

test('titles above a table are its name, groups of columns go into its header, a table below is its own', async () => {
  const content = [
    'Prêts 2024;;;',
    ';;;',
    ';2023;;2024',
    'Site;Livres;Films;Livres',
    'Halle;10;20;30',
    ';;;',
    'Gare;1;2;3',
    ';;;',
    'Tarifs;;;',
    'Quoi;Prix;;',
    'carte;12 €;;',
    '',
    'Source : mairie',
  ];
  const parts = await readBytes(csvReader, content.join('\n'));
  expect(tablesOf(parts)).toEqual([
    {
      name: 'Prêts 2024',
      header: ['Site', '2023 Livres', '2023 Films', '2024 Livres'],
      rows: ['5: Halle | 10 | 20 | 30', '7: Gare | 1 | 2 | 3'],
    },
    { name: 'Tarifs', header: ['Quoi', 'Prix', '', ''], rows: ['11: carte | 12 €'] },
  ]);
  expect(parts.lines.filter((line) => line.startsWith('paragraph'))).toEqual([
    'paragraph: Prêts 2024',
    'paragraph: Tarifs',
    'paragraph: Source : mairie',
  ]);
});

test('a million cells end at the limit, soon', async () => {
  const content = '1,2,3,4,5,6,7,8,9,10\n'.repeat(100_000);
  const started = process.cpuUsage();
  await expect(readBytes(csvReader, content, { limits: { cells: 50_000 } })).rejects.toMatchObject({
    code: 'document-too-large',
    params: { what: 'document-cells' },
  });
  // Of the processor: how busy the machine is doesn't count. Microseconds.
  expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
});
