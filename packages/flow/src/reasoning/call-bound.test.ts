import { expect, test } from 'vitest';
import { boundOf, type CallBound } from './call-bound.ts';

const bound: CallBound = {
  calls: [
    { factors: ['steps', 'beam'] },
    { factors: ['steps', 'beam', 'width', 2], when: [{ input: 'evaluator', equals: 'value' }] },
    { factors: ['examples'] },
  ],
  tokens: 'maxTokens',
};

test('a bound is the sum of its terms, those of other settings left out', () => {
  const inputs = { steps: 3, beam: 5, width: 4, maxTokens: 100 };
  expect(boundOf(bound, { ...inputs, evaluator: 'value' })).toEqual({ calls: 135, tokens: 13_500 });
  expect(boundOf(bound, { ...inputs, evaluator: 'vote' })).toEqual({ calls: 15, tokens: 1500 });
});

test('lists and tables count by their items', () => {
  const inputs = { steps: 0, beam: 0, maxTokens: 10 };
  expect(boundOf(bound, { ...inputs, examples: ['a', 'b'] })).toEqual({ calls: 2, tokens: 20 });
  expect(boundOf(bound, { ...inputs, examples: { columns: ['x'], rows: [{ x: 1 }] } })).toEqual({
    calls: 1,
    tokens: 10,
  });
});

test('what is wired is not known beforehand', () => {
  expect(boundOf(bound, { steps: { from: 'other.number' }, beam: 5, maxTokens: 10 })).toBeUndefined();
});
