import { checkFlow } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleAfter } from '../testing/sample-flow.ts';
import { deleteSelection } from './delete-selection.ts';

//   question ──▶ ╳split╳ ──▶ each
test('a deleted node takes its wires along, its place, its group and its type', () => {
  const flow = sampleAfter(deleteSelection({ nodes: ['split'] }));
  expect(Object.keys(flow.nodes)).toEqual(['question', 'model', 'each', 'join', 'reply']);
  expect(flow.nodes.each?.inputs).toEqual({});
  expect(flow.layout?.groups?.work?.nodes).toEqual(['each']);
  expect(flow.types).not.toHaveProperty(['data.split']);
  expect(flow.types).toHaveProperty(['data.join']);
});

//   each ( ╳part╳ ──▶ all ) ──▶ join ◀── question
test('a node deleted in a loop takes the loop’s output along', () => {
  const flow = sampleAfter(deleteSelection({ nodes: ['part'] }));
  expect(flow.nodes.each?.outputs).toEqual({});
  expect(flow.layout?.nodes).not.toHaveProperty('part');
});

test('a deleted loop takes along what stands in it, and every wire out of it', () => {
  const flow = sampleAfter(deleteSelection({ nodes: ['each', 'part', 'gone'] }));
  expect(flow.nodes.join?.inputs?.texts).toEqual([{ from: 'question.text' }]);
  expect(Object.keys(flow.layout?.nodes ?? {})).toEqual(['question']);
  const references = checkFlow(flow, sampleDescriptors).filter(({ code }) => code.startsWith('reference-'));
  expect(references).toEqual([]);
});

test('a group whose last node is deleted goes', () => {
  expect(sampleAfter(deleteSelection({ nodes: ['split', 'each'] })).layout?.groups).toEqual({});
});

test('wires and notes are deleted by themselves', () => {
  const wires = [{ from: 'each.all', to: { node: 'join', port: 'texts' } }];
  const flow = sampleAfter(deleteSelection({ wires, notes: ['hint'] }));
  expect(flow.nodes.join?.inputs?.texts).toEqual([{ from: 'question.text' }]);
  expect(flow.layout?.notes).toEqual({});
});
