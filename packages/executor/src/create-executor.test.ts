import { fakeChatModel } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { createTestExecutor } from './testing/test-executor.ts';
import { chat, modelNode, output, step, textInput } from './testing/test-nodes.ts';

//  question ──▶ ask ──▶ loud ──▶ reply
//     model ──▶
const chain = {
  question: { type: 'test.text-input' },
  model: { type: 'test.model' },
  ask: { type: 'test.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'question.text' } } },
  loud: { type: 'test.loud', inputs: { value: { from: 'ask.answer' } } },
  reply: { type: 'test.output', inputs: { value: { from: 'loud.value' } } },
};

test('runs a chain, streams what a model writes and names every event', async () => {
  const model = fakeChatModel({ replies: ['Good morning to you'] });
  const loud = step('loud', ({ value }) => JSON.stringify(value).toUpperCase());
  const { run, events, heard } = createTestExecutor({ nodes: [textInput, modelNode(model), chat, loud, output] });

  const result = await run(chain, { inputs: { question: 'Hello' } });

  expect(result).toMatchObject({ status: 'completed', outputs: { reply: '"GOOD MORNING TO YOU"' }, skipped: [] });
  expect(events().map(({ type }) => type)).toEqual([
    'run-start',
    'step-start',
    'step-trace',
    'step-end',
    'step-start',
    'step-end',
    'run-end',
  ]);
  expect(events().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const frames = heard.filter((event) => event.type === 'delta');
  expect(frames.map(({ text }) => text).join('')).toBe('Good morning to you');
  expect(model.calls[0]?.messages).toEqual([{ role: 'user', content: 'Hello' }]);
});
