import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { leastToMost } from './least-to-most.ts';

const question = 'Max has 5 bobbins, Ada 2 more. How many have both?';
const list = '1. How many has Ada?\n2. How many have both?';

test('answers the subquestions in order, each with the earlier answers, and the problem last', async () => {
  const model = fakeChatModel({ replies: [list, 'Ada has 7.', '12.', 'Both have 12.'] });
  const { outputs, deltas } = await runNode(leastToMost, { inputs: { model, question } });
  expect(outputs).toMatchObject({
    answer: 'Both have 12.',
    subquestions: {
      rows: [
        { question: 'How many has Ada?', answer: 'Ada has 7.' },
        { question: 'How many have both?', answer: '12.' },
      ],
    },
  });
  expect(deltas).toEqual({ answer: 'Both have 12.' });
  expect(model.calls[2]?.messages[0]?.content).toBe(
    `${question}\n\nQ: How many has Ada?\nA: Ada has 7.\n\nQ: How many have both?\nA:`,
  );
  expect(model.calls[3]?.messages[0]?.content).toContain(`A: 12.\n\nQ: ${question}\nA:`);
});

test('shows how the answers build on one another', async () => {
  const model = fakeChatModel({ replies: [list, 'Ada has 7.', '12.', 'Both have 12.'] });
  const { traces } = await runNode(leastToMost, { inputs: { model, question } });
  const thoughts = traces.filter(({ form }) => form === 'thought').map(({ data }) => data);
  expect(thoughts).toMatchObject([
    { id: 'question 1', parents: [], from: { call: 'decompose' } },
    { id: 'question 2', parents: [] },
    { id: 'answer 1', parents: ['question 1'], depth: 2, from: { call: 'solve 1' } },
    { id: 'answer 2', parents: ['question 2', 'answer 1'], depth: 3 },
    { id: 'answer', parents: ['answer 2'], depth: 4, from: { call: 'answer' } },
  ]);
});

test('a model that writes no list is asked the problem at once', async () => {
  const model = fakeChatModel({ replies: ['I can’t do that.', '12'] });
  const { outputs, traces } = await runNode(leastToMost, { inputs: { model, question } });
  expect(outputs['answer']).toBe('12');
  expect(traces.at(-1)?.data).toMatchObject({ reason: 'complete', calls: 2, spared: 4 });
});

test('a thousand subquestions are as many as allowed', async () => {
  const many = Array.from({ length: 1000 }, (_item, index) => `- Number ${index}?`).join('\n');
  const model = fakeChatModel({ replies: [many, 'yes'] });
  const { traces } = await runNode(leastToMost, {
    inputs: { model, question, subquestions: 3, maxTokens: 5000 },
  });
  expect(model.calls).toHaveLength(5);
  expect(traces.at(0)?.data).toEqual({ calls: 5, tokens: 25_000 });
});

test.each([1, 2, 3])('with %i calls allowed it still answers the problem', async (maxCalls) => {
  const model = fakeChatModel({ replies: [list, 'said'] });
  const { outputs, traces } = await runNode(leastToMost, { inputs: { model, question, maxCalls } });
  expect(String(outputs['answer'])).not.toBe('');
  expect(model.calls.length).toBeLessThanOrEqual(maxCalls);
  expect(model.calls.at(-1)?.messages[0]?.content).toContain(`Q: ${question}\nA:`);
  expect(traces.at(-1)?.data).toMatchObject({ reason: 'budget' });
});

test('a model that says nothing leaves nothing to give', async () => {
  const model = fakeChatModel({ replies: [''] });
  await expect(runNode(leastToMost, { inputs: { model, question } })).rejects.toMatchObject({
    code: 'reasoning-nothing-found',
  });
});
