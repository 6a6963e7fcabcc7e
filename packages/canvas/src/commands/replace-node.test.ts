import type { Descriptor, FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { applyCommand } from '../command.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleAfter } from '../testing/sample-flow.ts';
import { replaceNode, type Replacement } from './replace-node.ts';

const chat = sampleDescriptors.get('models.chat');
const summarise: Descriptor = {
  ...(chat as Descriptor), // boundary: the sample has it
  type: 'models.summarise',
  version: 2,
  inputs: {
    model: { kind: { kind: 'chat-model' }, label: { en: 'Model', fr: 'Modèle' }, wireOnly: true },
    document: { kind: { kind: 'text' }, label: { en: 'Document', fr: 'Document' } },
    system: { kind: { kind: 'text' }, label: { en: 'System', fr: 'Système' }, optional: true },
  },
  outputs: { summary: { kind: { kind: 'text' }, label: { en: 'Summary', fr: 'Résumé' } } },
};
const descriptors = new Map([...sampleDescriptors, [summarise.type, summarise]]);

function replaced(flow: FlowDocument, id: string, type: string): { flow: FlowDocument; lost: Replacement['lost'] } {
  const replacement = replaceNode(flow, descriptors, id, type);
  return { flow: replacement ? applyCommand(flow, replacement.command) : flow, lost: replacement?.lost ?? [] };
}

//   item ──▶ part.prompt       item ──▶ part.document
test('wires go to the port of the same name, else to one of the kind; texts in fields stay', () => {
  const { flow, lost } = replaced(sampleAfter(), 'part', 'models.summarise');
  expect(lost).toEqual([]);
  expect(flow.nodes.each?.nodes?.part).toEqual({
    type: 'models.summarise',
    inputs: { system: 'Be brief.', model: { from: 'model.model' }, document: { from: 'each.item' } },
  });
  expect(flow.nodes.each?.outputs).toEqual({ all: { from: 'part.summary' } });
  expect(flow.types).toMatchObject({ 'models.summarise': 2 });
  expect(flow.types).not.toHaveProperty(['models.chat']);
});

test('wires that find no place are told, and go', () => {
  const { flow, lost } = replaced(sampleAfter(), 'part', 'data.split');
  expect(flow.nodes.each?.nodes?.part).toEqual({ type: 'data.split', inputs: { text: { from: 'each.item' } } });
  expect(lost).toEqual([{ from: 'model.model', to: { node: 'part', port: 'model', side: 'in' } }]);
  const unread = replaced(sampleAfter(), 'split', 'io.text-output');
  expect(unread.lost).toEqual([{ from: 'split.parts', to: { node: 'each', port: 'items', side: 'in' } }]);
  expect(unread.flow.nodes.each?.inputs ?? {}).toEqual({});
});

test('a list keeps all its wires in order, a single port takes the first', () => {
  const { flow, lost } = replaced(sampleAfter(), 'join', 'control.merge');
  expect(flow.nodes.join?.inputs).toEqual({ values: [{ from: 'each.all' }, { from: 'question.text' }] });
  expect(lost).toEqual([]);
});

test('a loop, which holds others, and an unknown type are left alone', () => {
  const flow = sampleAfter();
  expect(replaceNode(flow, descriptors, 'each', 'data.split')).toBeUndefined();
  expect(replaceNode(flow, descriptors, 'split', 'control.for-each')).toBeUndefined();
  expect(replaceNode(flow, descriptors, 'split', 'no.such-type')).toBeUndefined();
});
