import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { stepBack } from './step-back.ts';

const question = 'A lever is made twice as long. What force does it need?';

test('finds the principles, then answers from them', async () => {
  const model = fakeChatModel({ replies: ['A longer lever needs less force.', 'Half.'] });
  const { outputs, deltas, traces } = await runNode(stepBack, { inputs: { model, question } });
  expect(outputs).toEqual({ answer: 'Half.', abstraction: 'A longer lever needs less force.', generalQuestion: '' });
  expect(deltas).toEqual({ answer: 'Half.' });
  expect(model.calls[1]?.messages[0]?.content).toContain('Principles: A longer lever needs less force.');
  expect(traces.map(({ data }) => data)).toMatchObject([
    { calls: 2 },
    { id: 'abstraction', parents: [], depth: 1, from: { call: 'abstraction' } },
    { id: 'answer', parents: ['abstraction'], depth: 2, from: { call: 'answer' } },
    { reason: 'complete' },
  ]);
});

test('a more general question is asked by itself, and its answer is what the answer stands on', async () => {
  const model = fakeChatModel({ replies: ['What do levers do?\nMore words', 'They trade way for force.', 'Half.'] });
  const { outputs } = await runNode(stepBack, { inputs: { model, question, abstraction: 'question' } });
  expect(outputs).toMatchObject({ generalQuestion: 'What do levers do?', abstraction: 'They trade way for force.' });
  expect(model.calls[1]?.messages[0]?.content).toBe('What do levers do?');
  expect(model.calls[2]?.messages[0]?.content).toContain('What do levers do?\nThey trade way for force.');
});

test.each([
  [1, 'principles'],
  [1, 'question'],
  [2, 'question'],
])('with %i calls allowed (%s) it still answers, and says that it was cut', async (maxCalls, abstraction) => {
  const model = fakeChatModel({ replies: ['said'] });
  const { outputs, traces } = await runNode(stepBack, { inputs: { model, question, abstraction, maxCalls } });
  expect(outputs['answer']).toBe('said');
  expect(model.calls.length).toBeLessThanOrEqual(maxCalls);
  expect(traces.at(-1)?.data).toMatchObject({ reason: 'budget' });
});

test('without principles the question is asked as it is', async () => {
  const model = fakeChatModel({ replies: ['', 'Half.'] });
  const { outputs } = await runNode(stepBack, { inputs: { model, question } });
  expect(outputs['answer']).toBe('Half.');
  expect(model.calls[1]?.messages[0]?.content).toBe(question);
});
