import { projectFlow } from '../projection/project-flow.ts';
import type { FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { variableOffers } from './variable-offers.ts';

/**
 *   question ──▶ split ──▶ each ( item   prompt ) ──▶ join
 *   other
 */
const flow: FlowDocument = {
  jacquard: 1,
  name: 'Offers',
  nodes: {
    question: { type: 'io.text-input', title: 'Question' },
    other: { type: 'io.text-input' },
    split: { type: 'data.split', inputs: { text: { from: 'question.text' } } },
    model: { type: 'models.chat-model' },
    each: {
      type: 'control.for-each',
      inputs: { items: { from: 'split.parts' } },
      nodes: { prompt: { type: 'prompts.template', inputs: { template: 'Sort {{item}}' } } },
      outputs: { all: { from: 'prompt.text' } },
    },
    join: { type: 'data.join', inputs: { texts: { from: 'each.all' } } },
  },
  layout: {
    nodes: { question: { x: 0, y: 0 }, other: { x: 0, y: 900 }, split: { x: 300, y: 0 }, each: { x: 600, y: 0 } },
  },
};
const { nodes, wires } = projectFlow(flow, sampleDescriptors);
const offersFor = (id: string): readonly string[] =>
  variableOffers({ nodes, wires }, id, { kind: 'text' }, 'en').map(({ name, from }) => `${name} ← ${from}`);

test('inside a loop the item comes first, then the outputs near by; models and what reads the loop are left out', () => {
  expect(offersFor('prompt')).toEqual([
    'item ← each.item',
    'index ← each.index',
    'count ← split.count',
    'question ← question.text',
    'other ← other.text',
  ]);
});

test('a node is offered nothing that hangs on it, and nothing from inside a loop', () => {
  const names = offersFor('split');
  expect(names).toContain('question ← question.text');
  expect(names.some((name) => /each|join|prompt|split/.test(name))).toBe(false);
});

test('the place is told in words', () => {
  const [first] = variableOffers({ nodes, wires }, 'split', { kind: 'text' }, 'en');
  expect(first?.place).toBe('Question · Port');
});
