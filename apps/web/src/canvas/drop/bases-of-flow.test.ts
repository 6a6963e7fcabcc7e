import type { Descriptor } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { baseOfNode, basesOfFlow } from './bases-of-flow.ts';

const words = { en: 'x', fr: 'x' };
const descriptors = new Map([
  ['retrieval.base', { inputs: { knowledge: { kind: { kind: 'text' }, label: words, field: 'knowledge' } } }],
  ['data.join', { inputs: { text: { kind: { kind: 'text' }, label: words } } }],
] as unknown as [string, Descriptor][]);

test('a flow names its bases once each, those in loops too, and no empty field', () => {
  const base = (knowledge: string) => ({ type: 'retrieval.base', inputs: { knowledge } });
  const flow = {
    jacquard: 1 as const,
    name: 'Ask',
    nodes: {
      a: base('handbook'),
      b: base(''),
      each: { type: 'control.for-each', nodes: { c: base('rules'), d: base('handbook') } },
      join: { type: 'data.join', inputs: { text: 'handbook' } },
    },
  };
  expect(basesOfFlow(flow, descriptors)).toEqual(['handbook', 'rules']);
});

test('a node whose field is empty is one for a base, another node is not', () => {
  expect(baseOfNode({ type: 'retrieval.base' }, descriptors)).toBe('');
  expect(baseOfNode({ type: 'data.join' }, descriptors)).toBeUndefined();
});
