import type { AnyReasoningItem } from '@jacquard/flow';
import { thoughtsOf } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { thoughtRows } from './thought-rows.ts';

const thought = (id: string, ...parents: readonly string[]): AnyReasoningItem => ({
  form: 'thought',
  data: { id, parents: [...parents], depth: 1, text: id, operation: 'generate', by: 'model' },
});

function rowsOf(items: readonly AnyReasoningItem[], ...folded: readonly string[]) {
  const thoughts = thoughtsOf(items);
  return thoughts ? thoughtRows(thoughts, new Set(folded)) : [];
}

/*  a ─ c ─ d
 *  b ─ e      */
const items = [thought('a'), thought('b'), thought('c', 'a'), thought('d', 'c'), thought('e', 'b')];

test('each thought stands above those that it led to', () => {
  expect(rowsOf(items).map((row) => `${row.thought.id}${row.indent}`)).toEqual(['a1', 'c2', 'd3', 'b1', 'e2']);
  expect(rowsOf(items)[3]).toMatchObject({ place: 2, siblings: 2, hasChildren: true, isFolded: false });
});

test('a folded one hides what lies below it', () => {
  expect(rowsOf(items, 'a', 'd').map(({ thought: { id }, isFolded }) => [id, isFolded])).toEqual([
    ['a', true],
    ['b', false],
    ['e', false],
  ]);
});

test('one with several parents stands once', () => {
  const rows = rowsOf([...items, thought('f', 'd', 'e')]);
  expect(rows.map(({ thought: { id } }) => id).join('')).toBe('acdfbe');
});
