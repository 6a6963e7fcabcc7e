import { expect, test } from 'vitest';
import { scopeGraphs } from './scope-graph.ts';
import { flowOf, wholeFlow } from './testing/sample-flows.ts';

//             ┌─ each ───────────────┐
//   a ──────▶ │ item ──▶ b ──▶ c     │ ──▶ d
//   outer ────┼────────────────┘     │
//             └──────────────────────┘
const nested = flowOf({
  a: { type: 't.t' },
  outer: { type: 't.t' },
  each: {
    type: 't.each',
    inputs: { items: { from: 'a.out' } },
    nodes: {
      b: { type: 't.t', inputs: { in: { from: 'each.item' } } },
      c: { type: 't.t', inputs: { in: [{ from: 'b.out' }, { from: 'outer.out' }] } },
    },
    outputs: { all: { from: 'c.out' } },
  },
  d: { type: 't.t', inputs: { in: { from: 'each.all' } } },
});

test('what an inner node reads outside is a source of its scope', () => {
  const graphs = scopeGraphs(nested);
  expect(graphs.get(undefined)?.get('each')).toEqual(['a', 'outer']);
  expect(graphs.get(undefined)?.get('d')).toEqual(['each']);
});

test('inside, only neighbours are sources', () => {
  const inside = scopeGraphs(nested).get('each');
  expect(inside?.get('b')).toEqual([]);
  expect(inside?.get('c')).toEqual(['b']);
});

//   ┌─ again ─────────────────────┐
//   │ draft ──▶ improve ──▶ next ─┼─┐
//   │   ▲                         │ │   (the next turn: no cycle)
//   └───┼─────────────────────────┘ │
//       └───────────────────────────┘
test('the turns of a loop are no cycle', () => {
  const graphs = scopeGraphs(wholeFlow);
  expect(graphs.get('again')?.get('improve')).toEqual([]);
  expect(graphs.get('each')?.get('again')).toEqual([]);
  expect(graphs.get(undefined)?.get('each')).toEqual(['split', 'server']);
});

test('references that lead nowhere, into a scope or to the own scope add nothing', () => {
  const flow = flowOf({
    a: { type: 't.t', inputs: { in: [{ from: 'ghost.out' }, { from: 'inner.out' }] } },
    s: { type: 't.s', nodes: { inner: { type: 't.t', inputs: { in: { from: 's.result' } } } } },
  });
  expect(scopeGraphs(flow).get(undefined)?.get('a')).toEqual([]);
  expect(scopeGraphs(flow).get('s')?.get('inner')).toEqual([]);
});
