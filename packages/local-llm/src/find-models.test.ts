import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findModels } from './find-models.ts';

test('own GGUF files are listed by a name made of theirs; the rest of the folder is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-find-'));
  const files = ['Mistral 7B.Q4_K_M.gguf', 'mistral-7b-q4-k-m.GGUF', 'smollm2-135m.gguf', 'notes.txt', 'x.part'];
  const shards = ['big-00001-of-00002.gguf', 'big-00002-of-00002.gguf'];
  await Promise.all([...files, ...shards].map((file) => writeFile(join(folder, file), 'x')));
  await mkdir(join(folder, 'folder.gguf'));
  expect(await findModels(folder, ['smollm2-135m'])).toEqual([
    { id: 'mistral-7b-q4-k-m', file: 'Mistral 7B.Q4_K_M.gguf', size: 1 },
    { id: 'big-00001-of-00002', file: 'big-00001-of-00002.gguf', size: 2 },
    { id: 'mistral-7b-q4-k-m-2', file: 'mistral-7b-q4-k-m.GGUF', size: 1 },
  ]);
});

test('without a folder there are none', async () => {
  expect(await findModels('/nowhere/at/all', [])).toEqual([]);
});
