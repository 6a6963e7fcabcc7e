import type { Descriptor, FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { applyCommand } from '../command.ts';
import { projectFlow } from '../projection/project-flow.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import { completeInputs } from './complete-inputs.ts';
import { likelyReplacements } from './likely-replacements.ts';

const base = sampleDescriptors.get('models.chat') as Descriptor; // boundary: the sample has it
const port = (kind: 'text' | 'passages' | 'json' | 'chat-model', en: string, optional = false) => ({
  kind: { kind },
  label: { en, fr: en },
  ...(optional && { optional }),
});
const search: Descriptor = {
  ...base,
  type: 'retrieval.search',
  inputs: { query: port('text', 'Question') },
  outputs: { passages: port('passages', 'Passages'), report: port('json', 'Report') },
};
const answer: Descriptor = {
  ...base,
  type: 'retrieval.answer-with-sources',
  inputs: {
    model: port('chat-model', 'Model', true),
    question: port('text', 'Question'),
    passages: port('passages', 'Passages'),
    report: port('json', 'Report', true),
    wording: port('text', 'Wording', true),
  },
  outputs: { text: port('text', 'Answer') },
};
const descriptors = new Map([...sampleDescriptors, [search.type, search], [answer.type, answer]]);
const flow: FlowDocument = {
  jacquard: 1,
  name: 'Ask',
  nodes: {
    question: { type: 'io.text-input' },
    search: { type: search.type, inputs: { query: { from: 'question.text' } } },
    answer: { type: answer.type, inputs: { passages: { from: 'search.passages' } } },
  },
};

//   question ─┬─▶ search ══▶ answer
//             └──────────────▶
test('a node beside another reads what that one gives and reads, by name and label', () => {
  const { command, missing } = completeInputs(flow, descriptors, 'answer', 'search');
  expect(applyCommand(flow, command).nodes['answer']?.inputs).toEqual({
    passages: { from: 'search.passages' },
    question: { from: 'question.text' },
    report: { from: 'search.report' },
  });
  expect(missing).toEqual([{ port: 'model', kind: 'chat-model' }]);
});

test('a model that the flow has is wired, and what is filled stays', () => {
  const nodes = { ...flow.nodes, small: { type: 'models.chat-model' } };
  const { command, missing } = completeInputs({ ...flow, nodes }, descriptors, 'answer', undefined);
  expect(applyCommand({ ...flow, nodes }, command).nodes['answer']?.inputs).toEqual({
    passages: { from: 'search.passages' },
    model: { from: 'small.model' },
  });
  expect(missing).toEqual([]);
});

test('nothing is wired that would close a circle', () => {
  const { command } = completeInputs(sampleFlow, sampleDescriptors, 'split', 'join');
  expect(applyCommand(sampleFlow, command)).toBe(sampleFlow);
});

test('a node is likeliest replaced by one that keeps its wires, of its own family first', () => {
  const other: Descriptor = { ...base, type: 'models.other' };
  const known = new Map([...sampleDescriptors, [other.type, other]]);
  const types = likelyReplacements(known, projectFlow(sampleAfter(), known), 'part').map(({ type }) => type);
  expect(types[0]).toBe('models.other');
  expect(types).not.toContain('models.chat');
  expect(types).not.toContain('control.for-each');
  expect(types.indexOf('data.join')).toBeLessThan(types.indexOf('models.chat-model'));
});
