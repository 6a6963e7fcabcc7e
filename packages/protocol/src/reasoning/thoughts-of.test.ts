import { readReasoningItem, type AnyReasoningItem, type ReasoningForm, type ReasoningItem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { placeThoughts } from './place-thoughts.ts';
import { thoughtsOf } from './thoughts-of.ts';

const read = <Form extends ReasoningForm>(form: Form, data: ReasoningItem<Form>): AnyReasoningItem => {
  const item = readReasoningItem({ form, data });
  if (!item) throw new Error(`no ${form}`);
  return item;
};
const thought = (id: string, ...parents: readonly string[]): AnyReasoningItem =>
  read('thought', { id, parents: [...parents], depth: 1, text: `thought ${id}` });

/*   a ── c*    * kept, - pruned
 *   │ └─ d-
 *   b-         */
const search = [
  thought('a'),
  thought('b'),
  read('evaluation', { thought: 'a', value: 20 }),
  read('evaluation', { thought: 'b', value: 0.001, verdicts: ['impossible'] }),
  read('selection', { depth: 1, kept: ['a'], pruned: ['b'] }),
  thought('c', 'a'),
  thought('d', 'a'),
  read('evaluation', { thought: 'c', value: 60 }),
  read('selection', { depth: 2, kept: ['c'], pruned: ['d'], by: 'vote' }),
];

test('thoughts have values, are kept or pruned, and the way to what is kept is marked', () => {
  const thoughts = thoughtsOf(search);
  const seen = thoughts?.list.map(({ id, level, value, state, isOnPath }) => [id, level, value, state, isOnPath]);
  expect(seen).toEqual([
    ['a', 1, 20, 'kept', true],
    ['b', 1, 0.001, 'pruned', false],
    ['c', 2, 60, 'kept', true],
    ['d', 2, undefined, 'pruned', false],
  ]);
  expect(thoughts?.levels).toEqual([
    { level: 1, count: 2, kept: 1, pruned: 1 },
    { level: 2, count: 2, kept: 1, pruned: 1 },
  ]);
  expect(thoughts?.best).toBe(60);
  expect(thoughts?.byId.get('d')?.prunedBy).toBe('vote');
});

test('any beginning of the list can be drawn', () => {
  for (let end = 1; end <= search.length; end += 1) {
    const thoughts = thoughtsOf(search.slice(0, end));
    expect(thoughts && placeThoughts(thoughts).places.size).toBe(thoughts?.list.length);
  }
});

test('in a chain nothing waits to be chosen', () => {
  const states = (items: readonly AnyReasoningItem[]) => thoughtsOf(items)?.list.map(({ state }) => state);
  expect(states([thought('a'), thought('b', 'a')])).toEqual(['plain', 'plain']);
  expect(states([...search, thought('e', 'c')])?.at(-1)).toBe('open');
});

test('a choice among thoughts is where the way leads', () => {
  const thoughts = thoughtsOf([...search, thought('e', 'b'), read('choice', { candidate: 'e' })]);
  expect(thoughts?.list.filter(({ isOnPath }) => isOnPath).map(({ id }) => id)).toEqual(['b', 'e']);
});

test('a graph: an aggregate has all its parents, one level below the lowest', () => {
  const thoughts = thoughtsOf([thought('a'), thought('b'), thought('c', 'b'), thought('d', 'a', 'c')]);
  expect(thoughts?.isGraph).toBe(true);
  expect(thoughts?.byId.get('d')).toMatchObject({ level: 3, parents: ['a', 'c'] });
});

test('unknown parents, circles, a thought below itself and one without a name do no harm', () => {
  const thoughts = thoughtsOf([
    thought('a', 'nobody', 'a'),
    thought('b', 'c'),
    thought('c', 'b', 'b'),
    thought('', ''),
  ]);
  expect(thoughts?.list.map(({ id, parents }) => [id, parents])).toEqual([
    ['a', []],
    ['b', []],
    ['c', ['b']],
    ['', []],
  ]);
  expect(thoughts && placeThoughts(thoughts).rows).toBe(3);
});

test('selections and values of thoughts that nobody had are left out', () => {
  const thoughts = thoughtsOf([
    thought('a'),
    read('evaluation', { thought: 'x', value: 9 }),
    read('selection', { depth: 1, kept: ['x'], pruned: ['y'] }),
  ]);
  expect(thoughts?.best).toBeUndefined();
  expect(thoughts?.list).toMatchObject([{ id: 'a', state: 'open', isOnPath: false }]);
});
