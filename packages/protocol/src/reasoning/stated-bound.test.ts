import type { CallBound, InputPort } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { statedBound } from './stated-bound.ts';

const bound: CallBound = {
  calls: [{ factors: ['samples'] }, { factors: [1], when: [{ input: 'rule', equals: 'model' }] }],
  tokens: 'maxTokens',
};
const port = (value?: number | string): InputPort => ({
  kind: { kind: 'any' },
  label: { en: 'x', fr: 'x' },
  ...(value !== undefined && { default: value }),
});
const ports = { samples: port(8), rule: port('exact'), maxTokens: port(256), maxCalls: port() };

test('fields that were left as they are count by their defaults', () => {
  expect(statedBound(bound, {}, ports)).toEqual({ calls: 8, tokens: 2048 });
  expect(statedBound(bound, { inputs: { samples: 40, rule: 'model' } }, ports)).toEqual({ calls: 41, tokens: 10_496 });
});

test('fewer calls may be allowed', () => {
  expect(statedBound(bound, { inputs: { maxCalls: 2 } }, ports)).toEqual({ calls: 2, tokens: 512 });
  expect(statedBound(bound, { inputs: { maxCalls: 99 } }, ports)).toEqual({ calls: 8, tokens: 2048 });
  expect(statedBound(bound, { inputs: { samples: 0, maxCalls: 2 } }, ports)).toEqual({ calls: 0, tokens: 0 });
});

test.each(['samples', 'rule', 'maxTokens', 'maxCalls'])('what a wire fills (%s) is not known beforehand', (name) => {
  expect(statedBound(bound, { inputs: { [name]: { from: 'other.value' } } }, ports)).toBeUndefined();
});
