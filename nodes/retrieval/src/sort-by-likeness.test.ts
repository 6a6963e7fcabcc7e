import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { sortByLikeness } from './sort-by-likeness.ts';

const rows = [
  { Category: 'Loans', Words: 'borrow, renew' },
  { Category: 'Fees', Words: 'price, cost' },
  { Category: ' Loans ', Words: 'reserve' },
  { Category: '', Words: 'nobody' },
];
const categories = { columns: ['Category', 'Words'], rows };
const sort = async (text: string, more: object = {}) =>
  (await runNode(sortByLikeness, { inputs: { text, categories, ...more } })).outputs;

test('a text gets the category whose words it has; rows of one name are one category', async () => {
  expect(await sort('What is the price?')).toMatchObject({ category: 'Fees' });
  expect(await sort('May I reserve it?')).toMatchObject({ category: 'Loans' });
});

test('a text that is like none, or empty, gets what was named for it, and matches nothing', async () => {
  expect(await sort('zzz')).toEqual({ category: '', match: 0 });
  expect(await sort('   ', { otherwise: 'For a person' })).toEqual({ category: 'For a person', match: 0 });
});

test('one category is nothing to choose from', async () => {
  const one = { columns: ['Category'], rows: [{ Category: 'Loans' }] };
  await expect(sort('May I?', { categories: one })).rejects.toMatchObject({ code: 'categories-too-few' });
});
