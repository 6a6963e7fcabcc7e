import { mkdtemp, readdir, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createStateFiles } from './state-files.ts';

const tokens = (count: number, from = 0): number[] => Array.from({ length: count }, (_token, index) => from + index);
const bytes = (count: number) => (path: string) => writeFile(path, Buffer.alloc(count));
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jacquard-states-'));
});

test('the state that holds most of a prompt is found, under its key alone', async () => {
  const files = createStateFiles(folder, 1000, 10);
  await files.save('k', tokens(20), bytes(1));
  const longer = await files.save('k', tokens(40), bytes(1));
  expect(await files.find('k', tokens(35))).toMatchObject({ state: longer, shared: 30 });
  expect(await files.find('other', tokens(35))).toBeUndefined();
  expect(await files.find('k', tokens(35, 7))).toBeUndefined();
});

test('a later process finds what an earlier one left, unless it is damaged; what is left over is removed', async () => {
  const first = createStateFiles(folder, 1000, 10);
  await first.save('k', tokens(20), bytes(5));
  const damaged = await first.save('k', tokens(20, 100), bytes(5));
  await truncate(damaged?.path ?? '', 2);
  await writeFile(join(folder, `half.state.${process.pid}.part`), 'x');
  const second = createStateFiles(folder, 1000, 10);
  expect((await second.find('k', tokens(25)))?.shared).toBe(20);
  expect(await second.find('k', tokens(25, 100))).toBeUndefined();
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('the least recently used goes when the bound is passed', async () => {
  const files = createStateFiles(folder, 100, 10);
  await files.save('k', tokens(20, 100), bytes(40));
  await files.save('k', tokens(20, 200), bytes(40));
  await files.find('k', tokens(20, 100));
  await files.save('k', tokens(20, 300), bytes(40));
  expect(await files.find('k', tokens(20, 200))).toBeUndefined();
  expect((await files.find('k', tokens(20, 100)))?.shared).toBe(20);
  expect((await readdir(folder)).filter((name) => name.endsWith('.state'))).toHaveLength(2);
});

test('asked twice at once for the same, it is written once', async () => {
  const files = createStateFiles(folder, 1000, 10);
  let writes = 0;
  const write = async (path: string): Promise<void> => {
    writes += 1;
    await bytes(3)(path);
  };
  const [one, other] = await Promise.all([files.save('k', tokens(20), write), files.save('k', tokens(20), write)]);
  expect([writes, one]).toEqual([1, other]);
});

test('a state that cannot be written is none, and leaves nothing', async () => {
  const files = createStateFiles(folder, 1000, 10);
  const write = async (path: string): Promise<void> => {
    await bytes(3)(path);
    throw new Error('ENOSPC');
  };
  expect(await files.save('k', tokens(20), write)).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
});
