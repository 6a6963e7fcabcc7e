import { expect, test } from 'vitest';
import { checkFlow } from './check-flow.ts';
import type { FlowDocument, FlowNode } from './flow-document.ts';
import { sampleDescriptors } from './testing/sample-descriptors.ts';
import { flowOf } from './testing/sample-flows.ts';

function codes(nodes: FlowDocument['nodes']): string[] {
  return checkFlow(flowOf(nodes), sampleDescriptors).map(({ code }) => code);
}

const split: FlowNode = { type: 'data.split', inputs: { text: 'a b' } };
const items = { items: { from: 'split.parts' } };
const inner: FlowNode = { type: 'data.join', inputs: { texts: { from: 'each.item' } } };
const each: FlowNode = { type: 'control.for-each', inputs: items, nodes: { inner } };

test('a node reads outwards, and the inner ports of the scopes that it stands in', () => {
  const reader: FlowNode = { type: 'data.join', inputs: { texts: [{ from: 'split.parts' }, { from: 'each.item' }] } };
  // a list in a list of wires is no item
  expect(codes({ split, each: { ...each, nodes: { reader } } })).toEqual(['kind-list-to-text']);
  expect(codes({ split, each })).toEqual([]);
});

test('nobody reads into a scope', () => {
  const reader: FlowNode = { type: 'data.join', inputs: { texts: { from: 'inner.text' } } };
  expect(codes({ split, each, reader })).toEqual(['reference-into-scope']);
});

test('an inner port is read inside, an output outside', () => {
  const outer: FlowNode = { type: 'data.join', inputs: { texts: { from: 'each.item' } } };
  expect(codes({ split, each, outer })).toEqual(['reference-to-inner-port']);
  const own: FlowNode = { type: 'data.join', inputs: { texts: { from: 'each.result' } } };
  expect(
    codes({ split, each: { ...each, nodes: { inner, own }, outputs: { result: { from: 'inner.text' } } } }),
  ).toEqual(['reference-to-own-output']);
});

test('an inner port and an output never share a name', () => {
  expect(codes({ split, each: { ...each, outputs: { item: { from: 'inner.text' } } } })).toEqual(['scope-name-twice']);
});

test('a scope gives what stands inside of it', () => {
  expect(codes({ split, each: { ...each, outputs: { result: { from: 'split.parts' } } } })).toEqual([
    'scope-output-outside',
  ]);
  expect(codes({ split, each: { ...each, outputs: { result: { from: 'each.item' } } } })).toEqual([]);
});

test('a loop needs nodes, an end, and something that changes', () => {
  expect(codes({ split, each: { type: 'control.for-each', inputs: items } })).toEqual(['scope-without-nodes']);
  expect(codes({ split, each: { ...each, nodes: {} } })).toEqual(['scope-empty']);
  expect(codes({ again: { type: 'control.repeat-until', nodes: { split } } })).toEqual([
    'repeat-without-until',
    'repeat-without-state',
  ]);
});

test('the state of a loop is one kind, from its first value on', () => {
  const again: FlowNode = {
    type: 'control.repeat-until',
    state: { draft: { first: 'a', next: { from: 'split.parts' } } },
    until: { from: 'split.count' },
    nodes: { split: { type: 'data.split', inputs: { text: { from: 'again.draft' } } } },
  };
  expect(codes({ again })).toEqual(['kind-list-to-text', 'kind-different']);
});

test('parts that a node type does not have are reported', () => {
  expect(codes({ split: { ...split, nodes: { inner }, until: true } })).toContain('node-part-misplaced');
  expect(codes({ q: { type: 'io.text-input', retry: { attempts: 2 } } })).toEqual(['node-part-misplaced']);
});

test('inputs and outputs of the flow stand at the top', () => {
  expect(codes({ sub: { type: 'control.sub-flow', nodes: { q: { type: 'io.text-input' } } } })).toEqual([
    'interface-in-scope',
  ]);
});

test('a fallback names outputs that exist, and gives their kind', () => {
  expect(codes({ split: { ...split, onError: { fallback: { count: 0 } } } })).toEqual([]);
  expect(codes({ split: { ...split, onError: { fallback: { cuont: 0 } } } })).toEqual(['fallback-output-unknown']);
  expect(codes({ split: { ...split, onError: { fallback: { count: 'none' } } } })).toEqual(['input-wrong-kind']);
});

test('cycles inside a scope, and through one, are found', () => {
  const a: FlowNode = { type: 'data.join', inputs: { texts: { from: 'b.text' } } };
  const b: FlowNode = { type: 'data.join', inputs: { texts: { from: 'a.text' } } };
  expect(codes({ sub: { type: 'control.sub-flow', nodes: { a, b } } })).toEqual(['flow-cycle']);
  const before: FlowNode = { type: 'data.split', inputs: { text: { from: 'joined.text' } } };
  const joined: FlowNode = { type: 'data.join', inputs: { texts: { from: 'each.result' } } };
  const through: FlowNode = {
    ...each,
    inputs: { items: { from: 'before.parts' } },
    outputs: { result: { from: 'inner.text' } },
  };
  expect(codes({ before, each: through, joined })).toEqual(['flow-cycle']);
});
