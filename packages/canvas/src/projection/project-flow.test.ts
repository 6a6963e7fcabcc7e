import type { FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { moveNodes } from '../commands/add-node.ts';
import { connect } from '../commands/connect.ts';
import { setInput } from '../commands/edit-node.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import { handleId, parseHandle } from './handle-id.ts';
import { kindLook } from './kind-look.ts';
import { projectFlow, type CanvasFlow } from './project-flow.ts';

const whole = projectFlow(sampleFlow, sampleDescriptors);

function flowOf(nodes: FlowDocument['nodes']): FlowDocument {
  return { jacquard: 1, name: 'Flow', nodes };
}

function nodeOf({ nodes }: CanvasFlow, id: string) {
  return nodes.find((node) => node.id === id);
}

/** `source handle → target handle`. */
function wiresOf({ wires }: CanvasFlow): string[] {
  return wires.map(
    ({ source, sourceHandle, target, targetHandle }) => `${source} ${sourceHandle} → ${target} ${targetHandle}`,
  );
}

//   model ───────────────┐
//   question ▶ split ▶ each ( item ▶ part ▶ all ) ▶ join ▶ reply
test('wires go from port to port; a loop’s own ports are ends inside it', () => {
  expect(wiresOf(whole).toSorted()).toEqual([
    'each inner:item → part in:prompt',
    'each out:all → join in:texts',
    'join out:text → reply in:text',
    'model out:model → part in:model',
    'part out:answer → each result:all',
    'question out:text → join in:texts',
    'question out:text → split in:text',
    'split out:parts → each in:items',
  ]);
});

test('a loop comes before what stands in it', () => {
  const ids = whole.nodes.map(({ id }) => id);
  expect(ids.indexOf('each')).toBeLessThan(ids.indexOf('part'));
  expect(nodeOf(whole, 'part')?.parent).toBe('each');
});

test('a node knows which inputs are wired and which outputs are read', () => {
  expect(nodeOf(whole, 'part')?.wired).toEqual(new Set(['model', 'prompt']));
  expect(nodeOf(whole, 'split')?.read).toEqual(new Set(['out:parts']));
});

test('a node stands where the document says, and without a place in a column behind what it reads', () => {
  expect(nodeOf(whole, 'each')).toMatchObject({ position: { x: 600, y: 0 }, size: { width: 500, height: 300 } });
  const { nodes } = projectFlow(flowOf(sampleFlow.nodes), sampleDescriptors);
  const x = Object.fromEntries(nodes.map(({ id, position }) => [id, position.x]));
  const chain = ['question', 'split', 'each', 'join', 'reply'].map((id) => x[id] ?? 0);
  expect(chain.toSorted((one, other) => one - other)).toEqual(chain);
  expect(new Set(chain).size).toBe(chain.length);
  const places = nodes.map(({ parent, position }) => `${parent} ${position.x} ${position.y}`);
  expect(new Set(places).size).toBe(nodes.length);
});

test('nodes in a circle have places, too', () => {
  const merge = (from: string) => ({ type: 'control.merge', inputs: { values: [{ from }] } });
  const { nodes } = projectFlow(flowOf({ a: merge('b.value'), b: merge('a.value') }), sampleDescriptors);
  expect(nodes).toHaveLength(2);
});

test('a node called constructor stands where any other would', () => {
  const { nodes } = projectFlow(
    { ...flowOf({ constructor: { type: 'data.join' } }), layout: { nodes: {} } },
    sampleDescriptors,
  );
  expect(nodes[0]?.position).toEqual({ x: 24, y: 64 });
});

test('a type that isn’t known is there all the same, and so is a wire to it', () => {
  const odd = { type: 'no.such', inputs: { text: { from: 'question.text' } } };
  const flow = projectFlow(flowOf({ question: { type: 'io.text-input' }, odd }), sampleDescriptors);
  expect(nodeOf(flow, 'odd')?.descriptor).toBeUndefined();
  expect(wiresOf(flow)).toEqual(['question out:text → odd in:text']);
});

test('a wire tells its kind, and what it becomes', () => {
  const flow = projectFlow(sampleAfter(connect('split.count', { node: 'part', port: 'system' })), sampleDescriptors);
  const wire = flow.wires.find(({ from }) => from === 'split.count');
  expect([wire?.kind, wire?.convertedTo]).toEqual([{ kind: 'number' }, { kind: 'text' }]);
  expect(whole.wires.find(({ from }) => from === 'join.text')?.convertedTo).toBeUndefined();
});

test('the same wire written twice is drawn once', () => {
  const twice = [{ from: 'question.text' }, { from: 'question.text' }];
  const flow = projectFlow(sampleAfter(setInput('join', 'texts', twice)), sampleDescriptors);
  const ids = flow.wires.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('after an edit only what changed is another object', () => {
  const moved = projectFlow(sampleAfter(moveNodes({ question: { x: 9, y: 9 } })), sampleDescriptors, {}, whole);
  const changed = moved.nodes.filter((node) => !whole.nodes.includes(node)).map(({ id }) => id);
  expect(changed).toEqual(['question']);
  expect(moved.wires).toBe(whole.wires);
  const typed = projectFlow(sampleAfter(setInput('part', 'system', 'x')), sampleDescriptors, {}, whole);
  const typedIn = typed.nodes.filter((node) => !whole.nodes.includes(node)).map(({ id }) => id);
  expect(typedIn.toSorted()).toEqual(['each', 'part']);
});

test('a handle’s id can be read back', () => {
  expect(parseHandle(handleId('inner', 'item'))).toEqual({ side: 'inner', port: 'item' });
});

test('a list looks as its items do, and kinds of one colour differ in shape where they meet', () => {
  expect(kindLook({ kind: 'list', of: { kind: 'table' } })).toEqual(kindLook({ kind: 'table' }));
  expect(kindLook({ kind: 'chat-model' }).shape).not.toBe(kindLook({ kind: 'text' }).shape);
});
