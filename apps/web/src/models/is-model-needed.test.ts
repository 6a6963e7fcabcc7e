import type { Descriptor, FlowNode } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { isModelNeeded } from './is-model-needed.ts';

const words = { en: 'x', fr: 'x' };
const model = (optional: boolean) => ({ kind: { kind: 'chat-model' }, label: words, optional });
const descriptors = new Map([
  ['model', { role: 'component', inputs: { model: { kind: { kind: 'text' }, label: words, field: 'model' } } }],
  ['tool', { role: 'component', inputs: { model: model(false) } }],
  ['quote', { role: 'step', inputs: { model: model(true) } }],
  ['chat', { role: 'step', inputs: { model: model(false) } }],
] as unknown as [string, Descriptor][]); // boundary: only what is read of a descriptor

const reads = (type: string): FlowNode => ({ type, inputs: { model: { from: 'm.model' } } });

/*
 *   m ─▶ reader
 */
test.for<[string, FlowNode, boolean]>([
  ['a step that quotes first', reads('quote'), false],
  ['a step that asks it', reads('chat'), true],
  ['a tool that asks it', reads('tool'), true],
  ['a step inside a loop', { type: 'quote', nodes: { inner: reads('chat') } }, true],
  ['a list that it is one of', { type: 'chat', inputs: { model: [{ from: 'm.model' }] } }, true],
  ['an input that nobody knows', { type: 'quote', inputs: { other: { from: 'm.model' } } }, true],
  ['nobody', { type: 'chat' }, false],
])('a model wired to %s', ([, reader, isNeeded]) => {
  const flow = { jacquard: 1 as const, name: 'x', nodes: { m: { type: 'model' }, reader } };
  expect(isModelNeeded(flow, descriptors, ['m'])).toBe(isNeeded);
});

test('a step that names it itself needs it', () => {
  const flow = { jacquard: 1 as const, name: 'x', nodes: { ask: { type: 'chat' } } };
  expect(isModelNeeded(flow, descriptors, ['ask'])).toBe(true);
});
