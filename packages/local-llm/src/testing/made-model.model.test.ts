import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { createLocalModels, type LocalModels } from '../local-models.ts';
import { loopbackFetch } from './loopback-fetch.ts';
import { madeEncoder } from './made-encoder.ts';
import { madeChatModel } from './made-model.ts';
import { writeGguf } from './write-gguf.ts';

vi.setConfig({ testTimeout: 60_000 });
const folder = await mkdtemp(join(tmpdir(), 'jacquard-made-'));
const log = { info: () => undefined, warn: () => undefined };
const models: LocalModels = createLocalModels({ folder, fetch: loopbackFetch, environment: {}, log });
afterAll(() => models.close());

test('the engine writes with a chat model that was made on the spot, packed in any way', async () => {
  for (const packing of ['f16', 'q4_0'] as const) {
    await writeGguf(join(folder, `chat-${packing.replace('_', '')}.gguf`), madeChatModel({ packing }));
    const model = await models.chat(`chat-${packing.replace('_', '')}`, { maxTokens: 8 });
    let text = '';
    for await (const chunk of model.stream([{ role: 'user', content: 'Hello!' }], { seed: 1 })) text += chunk.text;
    expect(text).not.toBe('');
  }
});

test('an encoder that was made on the spot gives vectors of length 1', async () => {
  await writeGguf(join(folder, 'encoder.gguf'), madeEncoder('embeddings'));
  const [vector] = await (await models.embeddings('encoder')).embedDocuments(['the loom weaves']);
  expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1);
});
