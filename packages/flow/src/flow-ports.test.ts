import { expect, test } from 'vitest';
import type { FlowDocument } from './flow-document.ts';
import { flowPorts } from './flow-ports.ts';
import type { Kind } from './kind.ts';
import { sampleDescriptors } from './testing/sample-descriptors.ts';
import { flowOf } from './testing/sample-flows.ts';

const text: Kind = { kind: 'text' };

function kindsOf(nodes: FlowDocument['nodes'], id: string): Record<string, Kind> {
  const ports = flowPorts(flowOf(nodes), sampleDescriptors).get(id);
  return Object.fromEntries(
    Object.entries({ ...ports?.inputs, ...ports?.inner, ...ports?.outputs }).map(([name, { kind }]) => [name, kind]),
  );
}

const q = { type: 'io.text-input' };
const split = { type: 'data.split', inputs: { text: 'a b' } };
const table = { type: 'data.table' };

test('a variable is what is wired to it', () => {
  const branch = { type: 'control.if', inputs: { value: { from: 'split.count' }, test: true } };
  expect(kindsOf({ split, branch }, 'branch')['yes']).toEqual({ kind: 'number' });
});

test('a variable to which nothing is wired stays one', () => {
  expect(kindsOf({ branch: { type: 'control.if' } }, 'branch')['yes']).toEqual({ kind: 'variable', name: 'T' });
});

//   split.count (number) ─┐
//   q.text (text) ────────┴▶ merge ──▶ merge2
test('of several kinds, a variable is the one that all others fit; it is carried on', () => {
  const merge = { type: 'control.merge', inputs: { values: [{ from: 'split.count' }, { from: 'q.text' }] } };
  const merge2 = { type: 'control.merge', inputs: { values: [{ from: 'merge.value' }] } };
  expect(kindsOf({ merge2, merge, split, q }, 'merge2')['value']).toEqual(text);
});

test('for each gives the items inside, and lists outside', () => {
  const inner = { type: 'data.join', inputs: { texts: { from: 'each.item' } } };
  const each = {
    type: 'control.for-each',
    inputs: { items: { from: 'split.parts' } },
    nodes: { inner },
    outputs: { all: { from: 'inner.text' } },
  };
  expect(kindsOf({ each, split }, 'each')).toMatchObject({
    item: text,
    index: { kind: 'number' },
    all: { kind: 'list', of: text },
  });
});

test('for each over a table gives its rows', () => {
  const each = { type: 'control.for-each', inputs: { items: { from: 'table.table' } }, nodes: {} };
  expect(kindsOf({ table, each }, 'each')['item']).toEqual({ kind: 'json' });
});

test('the state of a loop is of the kind of its first value, and the loop gives it as it is', () => {
  const again = {
    type: 'control.repeat-until',
    state: { count: { first: { from: 'split.count' }, next: { from: 'again.count' } } },
    until: true,
    nodes: { merge: { type: 'control.merge', inputs: { values: [{ from: 'again.count' }] } } },
    outputs: { last: { from: 'merge.value' } },
  };
  expect(kindsOf({ again, split }, 'again')).toMatchObject({ count: { kind: 'number' }, last: { kind: 'number' } });
});

test('fields decide ports: variables, cases, options and schemas', () => {
  const nodes = {
    t: { type: 'prompts.template', inputs: { template: '{{a}} {{thème}}' } },
    s: { type: 'control.switch', inputs: { value: 'x', cases: ['Yes, sure', 'no'] } },
    c: { type: 'io.choice-input', inputs: { options: ['a', 'b'] } },
    j: { type: 'data.structure', inputs: { schema: { value: { type: 'object' } } } },
  };
  expect(Object.keys(kindsOf(nodes, 't'))).toEqual(['template', 'a', 'theme', 'text']);
  expect(kindsOf(nodes, 's')).toMatchObject({ 'Yes-sure': text, no: text, otherwise: text });
  expect(kindsOf(nodes, 'c')['choice']).toEqual({ kind: 'choice', options: ['a', 'b'] });
  expect(kindsOf(nodes, 'j')['json']).toEqual({ kind: 'json', schema: { type: 'object' } });
});

test('a node whose errors leave by a port has that port', () => {
  expect(kindsOf({ split: { ...split, onError: 'port' } }, 'split')['error']).toEqual({ kind: 'json' });
});

test('a field never replaces a port of the node type', () => {
  const nodes = { t: { type: 'prompts.template', inputs: { template: '{{template}} {{constructor}}' } } };
  expect(Object.keys(kindsOf(nodes, 't'))).toEqual(['template', 'constructor', 'text']);
});

test('nodes in a cycle have ports, too', () => {
  const merge = { type: 'control.merge', inputs: { values: [{ from: 'merge.value' }] } };
  expect(kindsOf({ merge }, 'merge')['value']).toEqual({ kind: 'variable', name: 'T' });
});

test('only what runs has an error port: the flow’s own inputs and outputs and components have none', () => {
  const onError = 'port' as const;
  const reply = { type: 'io.text-output', inputs: { text: { from: 'q.text' } }, onError };
  const nodes = { q: { ...q, onError }, model: { type: 'models.chat-model', onError }, reply };
  for (const id of ['q', 'model', 'reply']) expect(kindsOf(nodes, id)).not.toHaveProperty('error');
});
