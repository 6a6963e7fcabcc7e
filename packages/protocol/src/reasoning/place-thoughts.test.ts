import type { AnyReasoningItem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { placeThoughts } from './place-thoughts.ts';
import { thoughtsOf } from './thoughts-of.ts';

const thought = (id: string, ...parents: readonly string[]): AnyReasoningItem => ({
  form: 'thought',
  data: { id, parents: [...parents], depth: 1, text: id, operation: 'generate', by: 'model' },
});

function placesOf(items: readonly AnyReasoningItem[]) {
  const thoughts = thoughtsOf(items);
  if (!thoughts) throw new Error('no thoughts');
  const drawn = placeThoughts(thoughts);
  return { ...drawn, rowOf: (id: string) => drawn.places.get(id)?.row };
}

test('a thought stands beside the first of its children', () => {
  const { rowOf, root, rows, levels } = placesOf([
    thought('a'),
    thought('b'),
    thought('c', 'a'),
    thought('d', 'a'),
    thought('e', 'a'),
  ]);
  expect(['c', 'd', 'e', 'a', 'b'].map(rowOf)).toEqual([0, 1, 2, 0, 3]);
  expect([root.row, rows, levels]).toEqual([0, 4, 3]);
});

test('what merges stands between its parents', () => {
  const { rowOf } = placesOf([
    ...['a', 'b', 'c', 'd'].map((id) => thought(id)),
    thought('ab', 'a', 'b'),
    thought('cd', 'c', 'd'),
    thought('all', 'ab', 'cd'),
  ]);
  expect(['a', 'b', 'c', 'd', 'ab', 'cd', 'all'].map(rowOf)).toEqual([0, 1, 2, 3, 0.5, 2.5, 1.5]);
});

test('no two of a level lie over one another in a graph', () => {
  const parents = Array.from({ length: 12 }, (_, index) => thought(`p${index}`));
  const children = Array.from({ length: 60 }, (_, index) => thought(`c${index}`, `p${index % 3}`, `p${index % 12}`));
  const { places, rows } = placesOf([...parents, ...children]);
  for (const level of [1, 2]) {
    const taken = [...places.values()].filter((place) => place.level === level).map(({ row }) => row);
    const sorted = taken.toSorted((a, b) => a - b);
    const gaps = sorted.slice(1).map((row, at) => row - (sorted[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(0.999);
    expect(Math.max(...taken)).toBeLessThan(rows);
  }
});

test('a chain of thousands is placed without a stack', () => {
  const chain = Array.from({ length: 20_000 }, (_, index) => thought(`${index}`, `${index - 1}`));
  const { levels, rows } = placesOf(chain);
  expect([levels, rows]).toEqual([20_001, 1]);
});
