import { mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ggufNumber, u32 } from '../testing/gguf-values.ts';
import { madeEncoder } from '../testing/made-encoder.ts';
import { madeChatModel } from '../testing/made-model.ts';
import { ggufHead, writeGguf } from '../testing/write-gguf.ts';
import { createDescriber, type Describer } from './describer.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes start slowly where other tests run beside them
const script = new URL('../testing/fake-describer.ts', import.meta.url);
let describer: Describer;
let path: string;
beforeEach(async () => {
  describer = createDescriber();
  path = join(await mkdtemp(join(tmpdir(), 'jacquard-describe-')), 'x.gguf');
});
afterEach(() => describer.close());
const hostile = { code: 'model-file-hostile' };

test('a file is described by what it says: kind, context, parameters, memory, packing', async () => {
  await writeGguf(path, madeChatModel({ name: 'Tiny', contextLength: 4096 }));
  expect(await describer.describe(path)).toMatchObject({
    name: 'Tiny',
    architecture: 'llama',
    isKnown: true,
    kind: 'chat',
    contextTokens: 4096,
    parameters: '0.14M',
    hasChatTemplate: true,
    quantisation: 'F16',
    memory: expect.any(Number),
  });
  await writeGguf(path, madeEncoder('embeddings'));
  expect(await describer.describe(path)).toMatchObject({ kind: 'embeddings', isForEmbeddings: true });
  await writeGguf(path, madeEncoder('reranking'));
  expect(await describer.describe(path)).toMatchObject({ kind: 'reranking', isForEmbeddings: false });
});

test('the beginning of a file says the same as all of it', async () => {
  const content = madeChatModel({ layers: 4 });
  await writeGguf(path, content);
  const whole = await describer.describe(path);
  await truncate(path, ggufHead(content).length);
  expect(await describer.describe(path, { isHead: true })).toEqual(whole);
});

test('a file that is cut short says what is missing, in its head and in its weights', async () => {
  await writeGguf(path, madeChatModel());
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, bytes.length - 1000));
  await expect(describer.describe(path)).rejects.toMatchObject({
    code: 'model-file-cut',
    params: { size: bytes.length - 1000 },
  });
  await writeFile(path, bytes.subarray(0, 500));
  await expect(describer.describe(path)).rejects.toMatchObject({ code: 'model-file-cut' });
});

test('another architecture, no chat template, and a context larger than any memory are told', async () => {
  await writeGguf(path, madeChatModel({ architecture: 'sorcery' }));
  expect(await describer.describe(path)).toMatchObject({ architecture: 'sorcery', isKnown: false });
  await writeGguf(path, madeChatModel({ withoutTemplate: true, contextLength: 2 ** 31 - 1 }));
  const about = await describer.describe(path);
  expect(about).toMatchObject({ hasChatTemplate: false, contextTokens: 2 ** 31 - 1 });
  expect(about.memory).toBeLessThan(100_000_000); // with the smallest context, not with that one
});

test('numbers that the engine divides by, and counts beyond reason, end nothing but the question', async () => {
  const zeroHeads = { 'llama.attention.head_count': u32(0), 'llama.block_count': u32(2 ** 32 - 1) };
  await writeGguf(path, madeChatModel({ metadata: zeroHeads }));
  await describer.describe(path).catch(() => undefined);
  await writeFile(
    path,
    Buffer.concat([Buffer.from('GGUF'), ggufNumber('u32', 3), ggufNumber('u64', 2n ** 60n), Buffer.alloc(64)]),
  );
  await expect(describer.describe(path)).rejects.toMatchObject(hostile);
  await writeGguf(path, madeChatModel());
  expect(await describer.describe(path)).toMatchObject({ kind: 'chat' });
});

test('a process that hangs, crashes, eats memory or talks nonsense is ended, and the next question is answered', async () => {
  for (const [order, patience] of Object.entries({ hang: 500, crash: 20_000, nonsense: 20_000, eat: 30_000 })) {
    const strained = createDescriber({ script, patience, memory: 32 });
    await expect(strained.describe(order)).rejects.toMatchObject(hostile);
    await strained.close();
  }
  const one = createDescriber({ script, patience: 3000 });
  await expect(one.describe('hang')).rejects.toMatchObject(hostile);
  expect(await one.describe('good')).toMatchObject({ architecture: 'llama' });
  await one.close();
});

test('an abort ends the question with its reason', async () => {
  const slow = createDescriber({ script });
  const controller = new AbortController();
  const asked = slow.describe('hang', { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(asked).rejects.toThrow('enough');
  await slow.close();
});
