import { expect, test } from 'vitest';
import { flowDocumentSchema } from './flow-document.ts';
import { idleNodes } from './idle-nodes.ts';

const from = (address: string): { from: string } => ({ from: address });

function idle(nodes: object, ...given: string[]): string[] {
  return [...idleNodes(flowDocumentSchema.parse({ jacquard: 1, name: 'Test', nodes }), new Set(given))];
}

const step = (...sources: string[]): object => ({ type: 'test.pass', inputs: { values: sources.map(from) } });

//  a ──▶ b ──▶ given ──▶ out
//        d ──▶ given
//        d ──▶ e
test('what only a given node would read is idle; what another reads, or nobody, is not', () => {
  const nodes = {
    a: step(),
    b: step('a.value'),
    d: step(),
    given: step('b.value', 'd.value'),
    e: step('d.value'),
    lone: step(),
    out: step('given.value'),
  };
  expect(idle(nodes, 'given')).toEqual(['a', 'b']);
  expect(idle(nodes)).toEqual([]);
});

//  outer ──▶ each ( work ──▶ last )      side ──▶ work
test('a given scope leaves its inner nodes idle, and what these alone read', () => {
  const nodes = {
    outer: step(),
    side: step(),
    each: {
      type: 'control.for-each',
      inputs: { items: from('outer.value') },
      nodes: { work: step('each.item', 'side.value'), last: step('work.value') },
      outputs: { all: from('last.value') },
    },
    out: step('each.all'),
  };
  expect(idle(nodes, 'each').toSorted()).toEqual(['last', 'outer', 'side', 'work']);
});

test('a given node inside a loop leaves idle what only it reads; the loop goes on', () => {
  const nodes = {
    side: step(),
    again: {
      type: 'control.repeat-until',
      state: { draft: { first: 'x', next: from('last.value') } },
      nodes: { work: step('again.draft', 'side.value'), last: step('work.value') },
      outputs: { draft: from('last.value') },
    },
    out: step('again.draft'),
  };
  expect(idle(nodes, 'last').toSorted()).toEqual(['side', 'work']);
  expect(idle(nodes, 'work')).toEqual(['side']);
});

test('of two given nodes after each other the first is idle, too', () => {
  const nodes = { a: step(), b: step('a.value'), c: step('b.value'), out: step('c.value') };
  expect(idle(nodes, 'b', 'c')).toEqual(['a', 'b']);
});
