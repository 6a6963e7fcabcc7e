import { fakeChatModel, fakeEmbeddings, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { compareAnswers } from './compare-answers.ts';

test.each([
  [{ one: '24', other: '24.05', tolerance: 0.1 }, true],
  [{ one: '24', other: '24.05' }, false],
  [{ one: '(4+8)*2', other: '2*(8+4)', equality: 'algebraic', sameNumbers: true }, true],
  [{ one: 'red loom', other: 'loom red', equality: 'embedding', embeddings: fakeEmbeddings() }, true],
  [{ one: 'the red loom', other: 'a blue yarn', equality: 'overlap', overlap: 0.1 }, false],
])('%j: %s', async (inputs, same) => {
  expect((await runNode(compareAnswers, { inputs })).outputs).toEqual({ same });
});

test('a judge is asked once, with the question, and its call is told', async () => {
  const model = fakeChatModel({ replies: ['Same'] });
  const inputs = { one: 'Paris', other: 'The capital of France', equality: 'judge', question: 'Where?', model };
  const { outputs, traces } = await runNode(compareAnswers, { inputs });
  expect(outputs).toEqual({ same: true });
  expect(model.calls).toHaveLength(1);
  expect(traces.map(({ form }) => form)).toEqual(['bound', 'stop']);
});

test('without a judge it says what is missing', async () => {
  const asked = runNode(compareAnswers, { inputs: { one: 'a', other: 'b', equality: 'judge' } });
  await expect(asked).rejects.toMatchObject({ code: 'equality-without-judge' });
});
