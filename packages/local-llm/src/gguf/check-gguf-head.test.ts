import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ggufNumber, ggufPair, ggufString, text, u32 } from '../testing/gguf-values.ts';
import { madeChatModel } from '../testing/made-model.ts';
import { ggufHead, writeGguf } from '../testing/write-gguf.ts';
import { checkGgufHead } from './check-gguf-head.ts';

let path: string;
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'jacquard-head-')), 'x.gguf');
});

const u64 = (value: number | bigint): Buffer => ggufNumber('u64', value);
const u = (value: number): Buffer => ggufNumber('u32', value);
/** A file with those counts of tensors and pairs, and then what comes. */
const file = (tensors: number | bigint, pairs: number | bigint, ...rest: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from('GGUF'), u(3), u64(tensors), u64(pairs), ...rest]);
const listOf = (type: number, count: number | bigint, ...rest: Buffer[]): Buffer =>
  Buffer.concat([ggufString('list'), u(9), u(type), u64(count), ...rest]);
const tensor = (dimensions: (number | bigint)[], type = 0, offset: number | bigint = 0): Buffer =>
  Buffer.concat([ggufString('t'), u(dimensions.length), ...dimensions.map(u64), u(type), u64(offset)]);

async function codeOf(bytes: Uint8Array): Promise<unknown> {
  await writeFile(path, bytes);
  try {
    return checkGgufHead(path);
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}

test('a model’s head ends where its weights begin, and says how long the file is', async () => {
  const content = madeChatModel();
  await writeGguf(path, content);
  const { headEnd, fileEnd } = checkGgufHead(path);
  expect(headEnd).toBe(ggufHead(content).length);
  expect(fileEnd).toBeGreaterThan(headEnd);
});

test('a head that isn’t whole says how many bytes it needs at least', async () => {
  const head = ggufHead(madeChatModel());
  await writeFile(path, head.subarray(0, 1000));
  expect(() => checkGgufHead(path)).toThrow(
    expect.objectContaining({ code: 'model-file-cut', params: { size: 1000, needed: expect.any(Number) } }),
  );
});

const hostile: Record<string, Buffer> = {
  '2⁶⁰ tensors': file(2n ** 60n, 0),
  'a count that is negative where it is signed': file(2n ** 64n - 1n, 0),
  'four thousand million pairs': file(0, 2 ** 32),
  'a key of many gigabytes': file(0, 1, u64(2 ** 40)),
  'a text of many gigabytes': file(0, 1, ggufString('k'), u(8), u64(2n ** 62n)),
  'a list of 2⁵⁰ numbers': file(0, 1, listOf(4, 2 ** 50)),
  'a list of 2⁶³ texts': file(0, 1, listOf(8, 2n ** 63n)),
  'a list of lists': file(0, 1, listOf(9, 1, u(9), u64(1), u(9), u64(1))),
  'an alignment of nothing': file(0, 1, ggufPair('general.alignment', u32(0))),
  'an alignment that is no power of two': file(0, 1, ggufPair('general.alignment', u32(48))),
  'a tensor of a thousand dimensions': file(1, 0, ggufString('t'), u(1000)),
  'dimensions whose product overflows': file(1, 0, tensor([2n ** 40n, 2n ** 40n])),
  'weights that lie beyond all bounds': file(1, 0, tensor([1], 0, 2n ** 63n)),
};
for (const [what, bytes] of Object.entries(hostile)) {
  test(`refused: ${what}`, async () => {
    expect(await codeOf(Buffer.concat([bytes, Buffer.alloc(64)]))).toBe('model-file-hostile');
  });
}

test('what is no GGUF, or of a version that nobody writes, is broken', async () => {
  expect(await codeOf(Buffer.from('<html>'))).toBe('model-file-broken');
  expect(await codeOf(Buffer.alloc(0))).toBe('model-file-broken');
  expect(await codeOf(Buffer.concat([Buffer.from('GGUF'), u(1), Buffer.alloc(20)]))).toBe('model-file-broken');
  expect(await codeOf(file(0, 1, ggufString('k'), u(77), Buffer.alloc(20)))).toBe('model-file-broken');
});

test('many texts are walked through in the memory of a few', async () => {
  const many = 400_000;
  const before = process.memoryUsage().arrayBuffers;
  await writeFile(path, file(0, 1, listOf(8, many, Buffer.alloc(many * 8))));
  expect(checkGgufHead(path).headEnd).toBeGreaterThan(many * 8);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
});

test('the architecture is not looked at here', async () => {
  expect(await codeOf(file(0, 1, ggufPair('general.architecture', text('nobody')), Buffer.alloc(32)))).toMatchObject({
    headEnd: expect.any(Number),
  });
});
