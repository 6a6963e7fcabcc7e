import { afterEach, expect, test, vi } from 'vitest';
import type { ChatChunk, ChatModel } from '@jacquard/node-kit';
import { createModelHost, type ModelHost } from './host/model-host.ts';
import { createLocalChatModel } from './local-chat-model.ts';

vi.setConfig({ testTimeout: 20_000 }); // processes start slowly where other tests run beside them

const log = { info: () => undefined, warn: () => undefined };
let host: ModelHost;
afterEach(() => host.close());

function open(settings = {}): ChatModel {
  host = createModelHost({ script: new URL('./testing/fake-host.ts', import.meta.url), log });
  const about = {
    name: 'Fake',
    path: 'x',
    sha256: 'f',
    contextTokens: 64,
    languages: ['en'],
    drawing: { temperature: 0.5, topP: 1, topK: 40, minP: 0, repeatPenalty: 1 },
  };
  return createLocalChatModel({ host, ...about, settings });
}

async function readAll(stream: AsyncIterable<ChatChunk>): Promise<ChatChunk[]> {
  const chunks: ChatChunk[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

test('chunks carry the pieces, and the last one usage and finish', async () => {
  const chunks = await readAll(open().stream([{ role: 'user', content: 'echo' }]));
  expect(chunks).toEqual([
    { text: 'one ', sample: 0 },
    { text: 'two', sample: 0 },
    { text: '', sample: 0, finish: 'stop', usage: { inputTokens: 3, outputTokens: 2 } },
  ]);
});

test('the last chunk says what the answer took of energy, where the host does', async () => {
  const [last] = await readAll(open().stream([{ role: 'user', content: 'energy' }]));
  expect(last?.usage).toMatchObject({ energy: 0.002, energyEstimated: true });
});

test('the identity names the weights and what answers are drawn with', () => {
  expect(open({ temperature: 0 }).identity).toEqual({
    sha256: 'f',
    settings: { temperature: 0, topP: 1, topK: 40, minP: 0, repeatPenalty: 1 },
  });
});

test('what a call waits for is told apart from its chunks', async () => {
  const heard: unknown[] = [];
  const options = { onWait: (wait: unknown) => void heard.push(wait) };
  const chunks = await readAll(open().stream([{ role: 'user', content: 'wait' }], options));
  expect(heard).toEqual([{ for: 'model' }, { for: 'turn', before: 2 }, { for: 'prompt', done: 0, total: 3 }]);
  expect(chunks.map(({ text }) => text)).toEqual(['']);
});

test('a reader who stops reading stops the generation', async () => {
  const model = open();
  for await (const chunk of model.stream([{ role: 'user', content: 'begin' }])) {
    expect(chunk.text).toBe('begun');
    break;
  }
  const told = readAll(model.stream([{ role: 'user', content: 'cancelled' }]));
  await expect(told).rejects.toMatchObject({ params: { text: '1' } });
});

test('a dying host fails the stream after what it had written', async () => {
  const reading = readAll(open().stream([{ role: 'user', content: 'die' }]));
  await expect(reading).rejects.toMatchObject({ code: 'model-host-died' });
});
