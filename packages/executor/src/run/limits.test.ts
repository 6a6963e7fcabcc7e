import type { ChatModel } from '@jacquard/node-kit';
import { fakeChatModel } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import { chat, forEach, modelNode, output, step } from '../testing/test-nodes.ts';
import { boundLimits } from './limits.ts';

const from = (address: string): { from: string } => ({ from: address });
const pass = step('pass', ({ value }) => value ?? null);
const big = step('big', () => 'x'.repeat(100_000));
const waits = step('waits', (_inputs, { signal }) => {
  return new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)));
});
const model = fakeChatModel({ replies: ['many words in this answer'] });
const nodes = [pass, big, waits, forEach, output, chat, modelNode(model)];

const loop = {
  each: {
    type: 'test.for-each',
    inputs: { items: { value: [1, 2, 3, 4, 5] } },
    nodes: { work: { type: 'test.pass', inputs: { value: from('each.item') } } },
    outputs: { all: from('work.value') },
  },
};

test.each([
  ['limit-steps', { steps: 3 }, loop],
  ['limit-iterations', { iterations: 4 }, loop],
  ['limit-value-bytes', { valueBytes: 90_000 }, { big: { type: 'test.big' } }],
  ['limit-time', { time: 10 }, { waits: { type: 'test.waits' } }],
  [
    'limit-tokens',
    { tokens: 3 },
    {
      model: { type: 'test.model' },
      ask: { type: 'test.chat', inputs: { model: from('model.model'), prompt: 'Hello' } },
    },
  ],
])('%s fails the run', async (code, limits, flow) => {
  const { run } = createTestExecutor({ nodes });
  expect(await run(flow, { limits })).toMatchObject({ status: 'failed', error: { code } });
});

test('tokens are held in the middle of an answer, also when the model tells of no usage', async () => {
  let sent = 0;
  const endless: ChatModel = {
    ...model,
    async *stream() {
      for (; sent < 1000; sent += 1) yield { text: 'word ' };
    },
  };
  const { run } = createTestExecutor({ nodes: [chat, output, modelNode(endless)] });
  const flow = {
    model: { type: 'test.model' },
    ask: { type: 'test.chat', inputs: { model: from('model.model'), prompt: 'Hello' } },
  };
  expect(await run(flow, { limits: { tokens: 20 } })).toMatchObject({
    status: 'failed',
    error: { code: 'limit-tokens', node: 'ask' },
  });
  expect(sent).toBeLessThan(30);
});

test('a flow and a caller may ask for less than the server allows, never for more', () => {
  const limits = boundLimits({ time: 60_000, steps: 100 }, { time: 5, steps: 1000 }, { time: 10_000, tokens: 7 });
  expect(limits).toMatchObject({ time: 5000, steps: 100, tokens: 7 });
});
