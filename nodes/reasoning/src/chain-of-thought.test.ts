import { Problem } from '@jacquard/node-kit';
import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { chainOfThought } from './chain-of-thought.ts';

const question = 'Two looms weave 3 metres each. How much is that?';
const examples = {
  columns: ['Q', 'why', 'A'],
  rows: [{ Q: 'One and one?', why: 'One more than one is two.', A: 2 }],
};

test('asks in two stages, with the words of Kojima et al.', async () => {
  const model = fakeChatModel({ replies: ['3 + 3 is 6.', '6'] });
  const { outputs, deltas } = await runNode(chainOfThought, { inputs: { model, question } });
  expect(outputs).toEqual({ answer: '6', reasoning: '3 + 3 is 6.' });
  expect(deltas).toEqual({ reasoning: '3 + 3 is 6.' });
  expect(model.calls.map(({ messages }) => messages.map(({ content }) => content))).toEqual([
    [`Q: ${question}\nA: Let's think step by step.`],
    [`Q: ${question}\nA: Let's think step by step. 3 + 3 is 6.\nTherefore, the answer is`],
  ]);
});

test('each line is a thought of a chain that ends in the answer, and names its call', async () => {
  const model = fakeChatModel({ replies: ['First 3.\n\nThen 3 more.', '6'] });
  const { traces } = await runNode(chainOfThought, { inputs: { model, question } });
  expect(traces.map(({ form }) => form)).toEqual(['bound', 'thought', 'thought', 'thought', 'stop']);
  expect(traces.map(({ data }) => data)).toMatchObject([
    { calls: 2, tokens: 512 },
    { id: 'reasoning 1', parents: [], depth: 1, text: 'First 3.', from: { call: 'reasoning' } },
    { id: 'reasoning 2', parents: ['reasoning 1'], depth: 2, text: 'Then 3 more.' },
    { id: 'answer', parents: ['reasoning 2'], depth: 3, text: '6', from: { call: 'answer' } },
    { reason: 'complete', calls: 2, spared: 0 },
  ]);
  expect(model.calls.map(({ options }) => options.name)).toEqual(['reasoning', 'answer']);
});

test('after worked examples it asks once, in the form of Wei et al.', async () => {
  const model = fakeChatModel({ replies: ['3 and 3 are 6. The answer is 6.'] });
  const { outputs, traces } = await runNode(chainOfThought, {
    inputs: { model, question, method: 'few-shot', examples },
  });
  expect(outputs['answer']).toBe('6');
  expect(model.calls[0]?.messages[0]?.content).toBe(
    `Q: One and one?\nA: One more than one is two. The answer is 2.\n\nQ: ${question}\nA:`,
  );
  expect(model.calls[0]?.options.stop).toEqual(['\nQ:']);
  expect(traces.at(-1)?.data).toMatchObject({ reason: 'complete', calls: 1, spared: 1 });
});

test('a model that leaves the manner of the examples is asked for its answer', async () => {
  const model = fakeChatModel({ replies: ['It is a lot of cloth', '6 metres'] });
  const { outputs } = await runNode(chainOfThought, { inputs: { model, question, method: 'few-shot', examples } });
  expect(outputs).toEqual({ answer: '6 metres', reasoning: 'It is a lot of cloth' });
});

test('worked examples are needed where they are to be shown', async () => {
  const model = fakeChatModel({ replies: [''] });
  for (const wrong of [undefined, { columns: ['Q', 'A'], rows: [{ Q: 1, A: 1 }] }, { ...examples, rows: [] }]) {
    const running = runNode(chainOfThought, { inputs: { model, question, method: 'few-shot', examples: wrong } });
    await expect(running).rejects.toMatchObject({ code: 'worked-examples-missing' });
  }
});

test('with one call allowed, the answer is the last line of the reasoning', async () => {
  const model = fakeChatModel({ replies: ['3 + 3\nis 6.'] });
  const { outputs, traces } = await runNode(chainOfThought, { inputs: { model, question, maxCalls: 1 } });
  expect(outputs['answer']).toBe('is 6.');
  expect(traces.at(-1)).toMatchObject({ form: 'stop', data: { reason: 'budget', calls: 1 } });
});

test('an empty second answer leaves the reasoning’s last line; nothing at all is told', async () => {
  const half = fakeChatModel({ replies: ['It is 6.', ''] });
  expect((await runNode(chainOfThought, { inputs: { model: half, question } })).outputs['answer']).toBe('It is 6.');
  const model = fakeChatModel({ replies: [''] });
  await expect(runNode(chainOfThought, { inputs: { model, question } })).rejects.toMatchObject({
    code: 'reasoning-nothing-found',
  });
});

test('a thousand lines are no thousand thoughts, and no longer than allowed', async () => {
  const model = fakeChatModel({ replies: ['and\n'.repeat(1000), '6'] });
  const { traces, outputs } = await runNode(chainOfThought, { inputs: { model, question, maxTokens: 500 } });
  expect(traces.filter(({ form }) => form === 'thought')).toHaveLength(61);
  expect(String(outputs['reasoning']).split('\n').length).toBeLessThanOrEqual(501);
});

test('a model that fails fails the node', async () => {
  const failed = new Problem('model-unavailable', { model: 'Fake' });
  const model = fakeChatModel({ replies: [failed] });
  await expect(runNode(chainOfThought, { inputs: { model, question } })).rejects.toBe(failed);
});

test('an answer of a form is looked for in the last call, then in the reasoning', async () => {
  const inputs = { question, extraction: 'number' };
  const model = fakeChatModel({ replies: ['3 + 3 is 6 metres', 'It is 6 metres, since both weave.'] });
  expect((await runNode(chainOfThought, { inputs: { ...inputs, model } })).outputs['answer']).toBe('6');
  const vague = fakeChatModel({ replies: ['3 + 3 is 6 metres', 'as said'] });
  const { outputs, traces } = await runNode(chainOfThought, { inputs: { ...inputs, model: vague } });
  expect(outputs['answer']).toBe('6');
  expect(traces.at(-2)?.data).toMatchObject({ id: 'answer', from: { call: 'reasoning' } });
});
