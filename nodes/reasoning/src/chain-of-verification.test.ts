import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { chainOfVerification } from './chain-of-verification.ts';

const question = 'When and where was the loom shown?';
const baseline = 'In 1801 in Rome.';

test('answers the questions without the first answer at hand, and revises by them', async () => {
  const model = fakeChatModel({
    replies: [baseline, '1. When was it?\n2. Where was it?', 'In 1801.', 'In Paris.', 'In 1801, in Paris.'],
  });
  const { outputs, deltas } = await runNode(chainOfVerification, { inputs: { model, question } });
  expect(outputs).toMatchObject({
    answer: 'In 1801, in Paris.',
    baseline,
    verifications: {
      rows: [
        { question: 'When was it?', answer: 'In 1801.', verdict: null },
        { question: 'Where was it?', answer: 'In Paris.', verdict: null },
      ],
    },
  });
  expect(deltas).toEqual({ answer: 'In 1801, in Paris.' });
  expect(model.calls.slice(2, 4).map(({ messages }) => messages.map(({ content }) => content))).toEqual([
    ['When was it?'],
    ['Where was it?'],
  ]);
  expect(model.calls[4]?.messages[0]?.content).toContain('Q: Where was it?\nA: In Paris.');
});

test('factor + revise compares each with the first answer, and values it', async () => {
  const model = fakeChatModel({ replies: [baseline, '- Where was it?', 'In Paris.', 'INCONSISTENT', 'In Paris.'] });
  const { outputs, traces } = await runNode(chainOfVerification, {
    inputs: { model, question, variant: 'factor+revise' },
  });
  expect(outputs['verifications']).toMatchObject({ rows: [{ verdict: 'inconsistent' }] });
  expect(model.calls[4]?.messages[0]?.content).toContain('First answer: inconsistent');
  expect(traces.map(({ form, data }) => [form, data])).toMatchObject([
    ['bound', { calls: 11 }],
    ['thought', { id: 'baseline' }],
    ['thought', { id: 'question 1', parents: ['baseline'], from: { call: 'plan' } }],
    ['thought', { id: 'answer 1', parents: ['question 1'], from: { call: 'verify 1' } }],
    ['evaluation', { thought: 'answer 1', value: 0, verdicts: ['inconsistent'], from: { call: 'check 1' } }],
    ['thought', { id: 'revised', parents: ['baseline', 'answer 1'], operation: 'aggregate' }],
    ['stop', { reason: 'complete', calls: 5, spared: 6 }],
  ]);
});

test('without a question to check, the first answer stands', async () => {
  const model = fakeChatModel({ replies: [baseline, 'It is all true.'] });
  const { outputs, deltas, traces } = await runNode(chainOfVerification, { inputs: { model, question } });
  expect(outputs['answer']).toBe(baseline);
  expect(deltas).toEqual({ answer: baseline });
  expect(traces.at(-1)?.data).toMatchObject({ reason: 'complete', calls: 2 });
});

test.each([1, 2, 3, 4, 5])('with %i calls allowed (of more) it gives the best that they reach', async (maxCalls) => {
  const model = fakeChatModel({ replies: [baseline, '1. One?\n2. Two?\n3. Three?', 'said'] });
  const { outputs, traces } = await runNode(chainOfVerification, { inputs: { model, question, maxCalls } });
  expect(outputs['answer']).toBe(maxCalls < 4 ? baseline : 'said');
  expect(model.calls.length).toBeLessThanOrEqual(maxCalls);
  expect(traces.at(-1)?.data).toMatchObject({ reason: 'budget' });
});

test('a model that says nothing leaves nothing to give', async () => {
  const model = fakeChatModel({ replies: [''] });
  await expect(runNode(chainOfVerification, { inputs: { model, question } })).rejects.toMatchObject({
    code: 'reasoning-nothing-found',
  });
});
