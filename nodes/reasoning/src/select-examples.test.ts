import { fakeEmbeddings, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { selectExamples } from './select-examples.ts';

const examples = {
  columns: ['Review', 'Label', 'Source'],
  rows: [
    { Review: 'red wool scarf', Label: 'warm', Source: 'a' },
    { Review: 'red wool hat', Label: 'warm', Source: 'b' },
    { Review: 'red silk tie', Label: 'fine', Source: 'c' },
    { Review: 'oak table', Label: 'other', Source: 'd' },
  ],
};
const embeddings = fakeEmbeddings({ dimensions: 512 });

async function choose(inputs: Readonly<Record<string, unknown>>): Promise<readonly number[]> {
  const { outputs } = await runNode(selectExamples, { inputs: { examples, ...inputs } });
  return (outputs['order'] as { rows: { row: number }[] }).rows.map(({ row }) => row);
}

test('the first, and their whole rows', async () => {
  const { outputs } = await runNode(selectExamples, { inputs: { examples, count: 1 } });
  expect(outputs).toEqual({
    examples: { columns: examples.columns, rows: [examples.rows[0]] },
    prompt: 'Review: red wool scarf\nLabel: warm',
    order: { columns: ['row', 'question', 'likeness'], rows: [{ row: 1, question: 'red wool scarf', likeness: null }] },
  });
});

test('those most like the question, the best last unless told otherwise', async () => {
  const inputs = { way: 'similar', question: 'a red wool hat', embeddings, count: 2 };
  expect(await choose(inputs)).toEqual([1, 2]);
  expect(await choose({ ...inputs, order: 'best-first' })).toEqual([2, 1]);
});

test('diverse ones leave out what says the same again', async () => {
  const inputs = { way: 'diverse', question: 'a red wool hat', embeddings, count: 2, order: 'best-first' };
  expect(await choose({ ...inputs, lambda: 0.5 })).toEqual([2, 4]);
  expect(await choose({ ...inputs, lambda: 1 })).toEqual([2, 1]);
});

test('as many of each answer', async () => {
  expect(await choose({ way: 'balanced', count: 3 })).toEqual([1, 3, 4]);
  expect(await choose({ way: 'balanced', count: 9 })).toEqual([1, 3, 4, 2]);
});

test('at random, the same for the same seed', async () => {
  const draws = await Promise.all([1, 1, 2, 3, 4].map((seed) => choose({ way: 'random', count: 2, seed })));
  expect(draws[0]).toEqual(draws[1]);
  expect(new Set(draws.map(String)).size).toBeGreaterThan(1);
});

test.each([
  [{ way: 'similar', question: 'x' }, 'examples-without-embeddings'],
  [{ way: 'diverse', embeddings }, 'examples-without-question'],
  [{ examples: { columns: ['one'], rows: [] } }, 'examples-need-two-columns'],
])('%j says %s', async (inputs, code) => {
  await expect(choose(inputs)).rejects.toMatchObject({ code });
});
