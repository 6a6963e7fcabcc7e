import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { planAndSolve } from './plan-and-solve.ts';

const question = 'How many?';

test.each([
  ['PS', 'devise a plan to solve the problem'],
  ['PS+', 'extract relevant variables and their corresponding numerals'],
])('%s has the model lay out its way before it solves', async (prompting, words) => {
  const model = fakeChatModel({ replies: ['Plan: count.\nSeven.', '7'] });
  const { outputs } = await runNode(planAndSolve, { inputs: { model, question, prompting } });
  expect(outputs).toEqual({ answer: '7', reasoning: 'Plan: count.\nSeven.' });
  expect(model.calls[0]?.messages[0]?.content).toContain(`Q: How many?\nA: Let's first understand the problem`);
  expect(model.calls[0]?.messages[0]?.content).toContain(words);
  expect(model.calls[1]?.messages[0]?.content).toMatch(/Seven\.\nTherefore, the answer is$/u);
});

test('costs two calls and no more', async () => {
  const model = fakeChatModel({ replies: ['a', 'b'] });
  const { traces } = await runNode(planAndSolve, { inputs: { model, question } });
  expect(traces.at(0)?.data).toEqual({ calls: 2, tokens: 640 });
  expect(model.calls).toHaveLength(2);
});
