import type { AnyReasoningItem } from '@jacquard/flow';
import { thoughtsOf } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { withChoice } from './thought-actions.ts';

const thought = (id: string): AnyReasoningItem => ({
  form: 'thought',
  data: { id, parents: [], depth: 1, text: id, operation: 'generate', by: 'model' },
});
const selection: AnyReasoningItem = {
  form: 'selection',
  data: { depth: 1, kept: ['a', 'b'], pruned: ['c'], by: 'value' },
};

test('thoughts stand as a person would have them; what isn’t asked about stays', () => {
  const thoughts = thoughtsOf([thought('a'), thought('b'), thought('c'), selection, thought('d')]);
  if (!thoughts) throw new Error('no thoughts');
  const choice: Readonly<Record<string, boolean>> = { a: true, b: false, c: true };
  const chosen = withChoice(thoughts, { path: 'tree', isKept: (id) => choice[id], toggle: () => undefined });
  expect(chosen.list.map(({ id, state, prunedBy }) => [id, state, prunedBy])).toEqual([
    ['a', 'kept', undefined],
    ['b', 'pruned', 'person'],
    ['c', 'kept', undefined],
    ['d', 'open', undefined],
  ]);
  expect(chosen.byId.get('b')?.isOnPath).toBe(false);
  expect(withChoice(thoughts, undefined)).toBe(thoughts);
});
