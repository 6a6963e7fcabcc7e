import type { AnyReasoningItem } from '@jacquard/flow';
import { placeThoughts, thoughtsOf } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { moveInDrawing } from './move-in-drawing.ts';

const thought = (id: string, ...parents: readonly string[]): AnyReasoningItem => ({
  form: 'thought',
  data: { id, parents: [...parents], depth: 1, text: id, operation: 'generate', by: 'model' },
});

/*  a ─┬─ c
 *  b ─┴─ d (of a and b) */
const thoughts = thoughtsOf([thought('a'), thought('b'), thought('c', 'a'), thought('d', 'a', 'b')]);

test.each([
  [undefined, 'ArrowDown', 'a'],
  ['a', 'ArrowDown', 'b'],
  ['b', 'ArrowDown', undefined],
  ['a', 'ArrowRight', 'c'],
  ['b', 'ArrowRight', 'd'],
  ['d', 'ArrowUp', 'c'],
  ['d', 'ArrowLeft', 'a'],
  ['a', 'ArrowLeft', undefined],
  ['d', 'Home', 'a'],
  ['c', 'ArrowRight', undefined],
  ['gone', 'ArrowUp', 'a'],
])('from %s, %s leads to %s', (active, key, next) => {
  if (!thoughts) throw new Error('no thoughts');
  expect(moveInDrawing(thoughts, placeThoughts(thoughts), active, key)).toBe(next);
});
