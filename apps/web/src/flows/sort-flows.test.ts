import { expect, test } from 'vitest';
import { sortFlows } from './sort-flows.ts';

const flows = [
  { name: 'Zebra', updatedAt: 3 },
  { name: 'Été 10', updatedAt: 2 },
  { name: 'ete 9', updatedAt: 1 },
];

test('what was changed last comes first, or names as one looks them up', () => {
  expect(sortFlows(flows, 'changed', 'en').map(({ updatedAt }) => updatedAt)).toEqual([3, 2, 1]);
  expect(sortFlows(flows, 'name', 'fr').map(({ name }) => name)).toEqual(['ete 9', 'Été 10', 'Zebra']);
});
