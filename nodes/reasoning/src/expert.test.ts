import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { expert } from './expert.ts';

const question = 'How do I dye silk?';
const asked = 'Now given the above identity background, please answer the following instruction:';

test('the model describes the expert, and answers as that expert', async () => {
  const model = fakeChatModel({ replies: ['You are a dyer.', 'With alum.'] });
  const { outputs, deltas, traces } = await runNode(expert, { inputs: { model, question } });
  expect(outputs).toEqual({ answer: 'With alum.', identity: 'You are a dyer.' });
  expect(deltas).toEqual({ answer: 'With alum.' });
  expect(model.calls[1]?.messages[0]?.content).toBe(`You are a dyer.\n\n${asked}\n\n${question}`);
  expect(traces.map(({ data }) => data)).toMatchObject([
    { calls: 2 },
    { id: 'identity', by: 'model', from: { call: 'identity' } },
    { id: 'answer', parents: ['identity'], depth: 2 },
    { reason: 'complete', calls: 2 },
  ]);
});

test.each([
  ['a notary.', 'You are a notary.'],
  ['You are a notary.', 'You are a notary.'],
])('a role of a person’s own (%s) costs one call', async (role, identity) => {
  const model = fakeChatModel({ replies: ['With alum.'] });
  const { outputs, traces } = await runNode(expert, { inputs: { model, question, role } });
  expect(outputs).toEqual({ answer: 'With alum.', identity });
  expect(model.calls).toHaveLength(1);
  expect(traces[1]?.data).toMatchObject({ id: 'identity', by: 'person' });
});

test('with one call allowed, or without an identity, the question is asked as it is', async () => {
  for (const [maxCalls, reason] of [
    [1, 'budget'],
    [2, 'complete'],
  ] as const) {
    const model = fakeChatModel({ replies: maxCalls === 1 ? ['With alum.'] : ['', 'With alum.'] });
    const { outputs, traces } = await runNode(expert, { inputs: { model, question, maxCalls } });
    expect(outputs).toEqual({ answer: 'With alum.', identity: '' });
    expect(model.calls.at(-1)?.messages[0]?.content).toBe(question);
    expect(traces.at(-1)?.data).toMatchObject({ reason });
  }
});
