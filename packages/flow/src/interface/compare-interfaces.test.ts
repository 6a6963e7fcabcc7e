import { expect, test } from 'vitest';
import type { FlowDocument } from '../flow-document.ts';
import { flowInterface } from '../flow-interface.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { flowOf } from '../testing/sample-flows.ts';
import { compareInterfaces } from './compare-interfaces.ts';

type Nodes = FlowDocument['nodes'];

const nodes: Nodes = {
  question: { type: 'io.text-input', inputs: { label: 'Question' } },
  tone: { type: 'io.choice-input', inputs: { options: ['kind', 'short'] } },
  note: { type: 'io.text-input', inputs: { default: 'none' } },
  chat: { type: 'models.chat', inputs: { prompt: 'x', temperature: 0.5 } },
  structure: {
    type: 'data.structure',
    inputs: {
      schema: { value: { type: 'object', properties: { n: { type: 'number' } }, required: ['n'] } },
      text: 'x',
    },
  },
  reply: { type: 'io.text-output', inputs: { text: { from: 'chat.answer' } } },
  rows: { type: 'io.json-output', inputs: { json: { from: 'structure.json' } } },
};
const before = flowOf(nodes, { overrides: ['chat.temperature'] });

function changes(after: Nodes, overrides: string[] = ['chat.temperature']): string[] {
  const interfaceOf = (flow: FlowDocument) => flowInterface(flow, sampleDescriptors);
  return compareInterfaces(interfaceOf(before), interfaceOf(flowOf(after, { overrides }))).map(
    ({ code, id, breaks }) => `${breaks ? 'breaks' : 'fine'} ${code.replace('interface-', '')} ${id}`,
  );
}

const without = (id: string): Nodes => Object.fromEntries(Object.entries(nodes).filter(([key]) => key !== id));
const inputs = (id: string, more: NonNullable<Nodes[string]['inputs']>): Nodes => ({
  ...nodes,
  [id]: { ...nodes[id], type: nodes[id]?.type ?? '', inputs: more },
});

test('what changes nothing for callers is no change', () => {
  expect(changes(nodes)).toEqual([]);
  expect(changes(inputs('chat', { prompt: 'other', temperature: 0.7 }))).toEqual([]);
});

test('inputs: gone, new, needed, of another kind, with fewer options', () => {
  expect(changes(without('note'))).toEqual(['breaks input-removed note']);
  expect(changes({ ...nodes, more: { type: 'io.text-input' } })).toEqual(['breaks input-required-added more']);
  expect(changes({ ...nodes, more: { type: 'io.text-input', inputs: { default: '' } } })).toEqual([
    'fine input-added more',
  ]);
  expect(changes(inputs('note', {}))).toEqual(['breaks input-now-required note']);
  expect(changes(inputs('question', { label: 'Question', default: 'Why?' }))).toEqual([
    'fine input-now-optional question',
  ]);
  expect(changes({ ...nodes, tone: { type: 'io.text-input' } })).toEqual(['fine input-kind-changed tone']);
  expect(changes({ ...nodes, question: nodes['tone'] ?? { type: 'x.x' } })).toEqual([
    'breaks input-kind-changed question',
    'fine input-described question',
  ]);
  expect(changes(inputs('tone', { options: ['kind', 'rude'] }))).toEqual(['breaks input-options-removed tone']);
  expect(changes(inputs('tone', { options: ['kind', 'short', 'rude'] }))).toEqual(['fine input-widened tone']);
  expect(changes(inputs('note', { default: 'other' }))).toEqual(['fine input-default-changed note']);
  expect(changes(inputs('question', { label: 'Ask' }))).toEqual(['fine input-described question']);
});

test('outputs: a json output has the schema of what is wired to it, and wider answers break readers', () => {
  const schema = (value: Record<string, never> | object) =>
    inputs('structure', { schema: JSON.parse(JSON.stringify({ value })), text: 'x' });
  expect(changes(without('rows'))).toEqual(['breaks output-removed rows']);
  expect(changes({ ...nodes, more: nodes['reply'] ?? { type: 'x.x' } })).toEqual(['fine output-added more']);
  expect(changes(schema({ type: 'object', properties: { n: { type: 'number' } } }))).toEqual([
    'breaks output-widened rows',
  ]);
  expect(changes(schema({ type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] }))).toEqual([
    'fine output-narrowed rows',
  ]);
});

test('overrides: taken away breaks, allowed anew doesn’t, and what breaks comes first', () => {
  expect(changes(nodes, [])).toEqual(['breaks override-removed chat.temperature']);
  expect(changes(nodes, ['chat.prompt', 'chat.temperature'])).toEqual(['fine override-added chat.prompt']);
  expect(changes(nodes, ['chat.prompt'])).toEqual([
    'breaks override-removed chat.temperature',
    'fine override-added chat.prompt',
  ]);
});

test('bounds of a number that grow narrower break, wider ones don’t', () => {
  const side = (schema: Record<string, string | number>) => ({
    inputs: [{ id: 'n', kind: { kind: 'number' as const }, port: 'n', type: 'io.n', optional: false, schema }],
    outputs: [],
    overrides: [],
  });
  const codes = (one: Record<string, string | number>, other: Record<string, string | number>) =>
    compareInterfaces(side(one), side(other)).map(({ code, params }) => [code, params]);
  const ten = { type: 'number', minimum: 0, maximum: 10 };
  expect(codes(ten, { ...ten, maximum: 5 })).toEqual([
    ['interface-input-bounds-tightened', { id: 'n', min: 0, max: 5 }],
  ]);
  expect(codes({ type: 'number' }, ten)).toMatchObject([['interface-input-bounds-tightened', {}]]);
  expect(codes(ten, { type: 'number' })).toMatchObject([['interface-input-widened', {}]]);
});
