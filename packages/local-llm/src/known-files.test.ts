import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createKnownFiles } from './known-files.ts';
import { factOf } from './testing/small-model.ts';

const description = {
  architecture: 'llama',
  languages: ['fr'],
  hasChatTemplate: true,
  kind: 'chat' as const,
  memory: 12,
};
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jacquard-known-'));
  await writeFile(join(folder, 'a.gguf'), 'one');
});

test('a file is described once, also for the next process, until it changes', async () => {
  let reads = 0;
  const read = async (): Promise<typeof description> => {
    reads += 1;
    return description;
  };
  await createKnownFiles(folder).description('a.gguf', read);
  expect(await createKnownFiles(folder).description('a.gguf', read)).toEqual(description);
  expect(reads).toBe(1);
  await writeFile(join(folder, 'a.gguf'), 'two, and longer');
  await createKnownFiles(folder).description('a.gguf', read);
  expect(reads).toBe(2);
});

test('what an earlier version found out is completed', async () => {
  const { memory, ...earlier } = description;
  await createKnownFiles(folder).description('a.gguf', async () => earlier);
  expect(await createKnownFiles(folder).description('a.gguf', async () => description)).toEqual(description);
  expect(memory).toBe(12);
});

test('a checksum follows the content, and what was vouched for ends with a change', async () => {
  const files = createKnownFiles(folder);
  await files.vouch('a.gguf', factOf(Buffer.from('one')).sha256);
  expect(await files.isVouched('a.gguf')).toBe(true);
  expect(await files.sha256('a.gguf')).toBe(factOf(Buffer.from('one')).sha256);
  await writeFile(join(folder, 'a.gguf'), 'two, and longer');
  expect(await files.isVouched('a.gguf')).toBe(false);
  expect(await files.sha256('a.gguf')).toBe(factOf(Buffer.from('two, and longer')).sha256);
});

test('a damaged record is begun anew', async () => {
  await writeFile(join(folder, 'known-files.json'), '{"a.gguf": 3');
  expect(await createKnownFiles(folder).sha256('a.gguf')).toBe(factOf(Buffer.from('one')).sha256);
});
