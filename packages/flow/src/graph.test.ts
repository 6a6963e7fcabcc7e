import { expect, test } from 'vitest';
import { ancestorsOf, dependantsOf, descendantsOf, findCycle, topologicalOrder, type Graph } from './graph.ts';

//   a ──▶ b ──▶ d ──▶ e
//   └───▶ c ────┘
//   x (stands alone)
const diamond: Graph = new Map([
  ['d', ['b', 'c']],
  ['a', []],
  ['c', ['a']],
  ['b', ['a']],
  ['e', ['d']],
  ['x', []],
]);

//   a ──▶ b ──▶ c ──▶ d
//         ▲     │
//         └─────┘
const loop: Graph = new Map([
  ['a', []],
  ['b', ['a', 'c']],
  ['c', ['b']],
  ['d', ['c']],
]);

test('ancestors are all that a node hangs on', () => {
  expect(ancestorsOf(diamond, 'd')).toEqual(new Set(['a', 'b', 'c']));
  expect(ancestorsOf(diamond, 'x')).toEqual(new Set());
});

test('descendants are all that hangs on a node', () => {
  expect(descendantsOf(diamond, 'a')).toEqual(new Set(['b', 'c', 'd', 'e']));
  expect(descendantsOf(diamond, 'e')).toEqual(new Set());
});

test('arrows can be turned', () => {
  expect(dependantsOf(diamond).get('a')).toEqual(['c', 'b']);
});

test('the order puts every node after its sources, and free ones as the graph has them', () => {
  expect(topologicalOrder(diamond)).toEqual(['a', 'x', 'c', 'b', 'd', 'e']);
});

test('a cycle, and what hangs on it, has no order', () => {
  expect(topologicalOrder(loop)).toEqual(['a']);
});

test('a cycle is found with its way round', () => {
  expect(findCycle(loop)).toEqual(['c', 'b']);
  expect(findCycle(diamond)).toBeUndefined();
});

//   a ─┐
//   ▲──┘
test('a node that reads itself is a cycle', () => {
  expect(findCycle(new Map([['a', ['a']]]))).toEqual(['a']);
});

test('a source that is no node is left out', () => {
  expect(topologicalOrder(new Map([['a', ['ghost']]]))).toEqual(['a']);
  expect(ancestorsOf(new Map([['a', ['ghost']]]), 'a')).toEqual(new Set());
});

//   n0 ──▶ n1 ──▶ … ──▶ n99999
test('a very long chain needs no stack', () => {
  const chain: Graph = new Map(Array.from({ length: 100_000 }, (_, at) => [`n${at}`, at === 0 ? [] : [`n${at - 1}`]]));
  expect(topologicalOrder(chain)).toHaveLength(100_000);
  expect(ancestorsOf(chain, 'n99999').size).toBe(99_999);
});
