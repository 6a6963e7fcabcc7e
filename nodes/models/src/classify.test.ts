import { fakeChatModel, runNode, type FakeChatModelOptions } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { classify } from './classify.ts';

async function classifyWith(options: FakeChatModelOptions, labels = ['urgent', 'not urgent', 'spam']) {
  const model = fakeChatModel(options);
  const { outputs } = await runNode(classify, { inputs: { model, text: 'Help!', labels } });
  return { model, ...outputs } as { model: typeof model; label: string; confidences: { rows: object[] } };
}

test('a model that scores gives confidences that add up to 1', async () => {
  const scores: Record<string, number> = { urgent: Math.log(0.6), 'not urgent': Math.log(0.15), spam: Math.log(0.05) };
  const { model, label, confidences } = await classifyWith({
    replies: [],
    score: (continuation) => scores[continuation] ?? 0,
  });
  expect(label).toBe('urgent');
  expect(confidences.rows).toMatchObject([
    { label: 'urgent', confidence: expect.closeTo(0.75) },
    { label: 'not urgent', confidence: expect.closeTo(0.1875) },
    { label: 'spam', confidence: expect.closeTo(0.0625) },
  ]);
  expect(model.calls).toEqual([]);
});

test.each([
  ['Urgent.', 'urgent'],
  ['I would say: not urgent', 'not urgent'],
  ['**Spam**', 'spam'],
  ['{"label": "spam"}', 'spam'],
])('%j is read as %s', async (reply, expected) => {
  const { label, confidences } = await classifyWith({ replies: [reply] });
  expect(label).toBe(expected);
  expect(confidences.rows).toContainEqual({ label: 'spam', confidence: null });
});

test('a model that scores writes its answer where that is wanted', async () => {
  const model = fakeChatModel({ replies: ['spam'], score: () => 0 });
  const { outputs } = await runNode(classify, {
    inputs: { model, text: 'Help!', labels: ['urgent', 'spam'], by: 'answer' },
  });
  expect(outputs).toMatchObject({ label: 'spam', confidences: { rows: [{ confidence: null }, { confidence: null }] } });
});

test('accents and capitals of an answer don’t matter', async () => {
  expect((await classifyWith({ replies: ['RECLAMATION'] }, ['réclamation', 'question'])).label).toBe('réclamation');
});

test('a model with grammars is held to the labels', async () => {
  const { model } = await classifyWith({ replies: ['spam'], capabilities: { grammar: true } });
  expect(model.calls[0]?.options.grammar).toBe('root ::= "urgent" | "not urgent" | "spam"');
});

test('an answer that names two labels is asked again, then refused', async () => {
  const { model, label } = await classifyWith({ replies: ['urgent or spam', 'spam'] });
  expect(label).toBe('spam');
  expect(model.calls).toHaveLength(2);
  await expect(classifyWith({ replies: ['No idea.'] })).rejects.toMatchObject({
    code: 'answer-no-label',
    params: { answer: 'No idea.' },
  });
});

test('one label is no choice', async () => {
  await expect(classifyWith({ replies: ['a'] }, ['a', ' a '])).rejects.toMatchObject({ code: 'labels-too-few' });
});
