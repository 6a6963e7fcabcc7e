import type { FlowDocument, FlowNode } from '@jacquard/flow';
import { expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import { staleNodes, type NextRun, type PastRun } from './stale-nodes.ts';

const past: PastRun = { flow: sampleFlow, inputs: { question: 'Why?' }, given: {}, outputsOf: () => undefined };

function stale(next: Partial<NextRun>, was: Partial<PastRun> = {}): string[] {
  const whole: NextRun = { document: sampleFlow, inputs: past.inputs, pins: new Map(), ...next };
  return [...staleNodes({ ...past, ...was }, whole, sampleDescriptors)].toSorted();
}

const after = (...commands: readonly Command[]): { document: FlowDocument } => ({ document: sampleAfter(...commands) });

/** The sample flow with one node of its top level in another state. */
function withNode(id: string, change: Partial<FlowNode>): { document: FlowDocument } {
  const node = sampleFlow.nodes[id];
  if (node === undefined) throw new Error(id);
  return { document: { ...sampleFlow, nodes: { ...sampleFlow.nodes, [id]: { ...node, ...change } } } };
}

test('nothing is stale of what has not changed; titles, places and notes change nothing', () => {
  expect(stale({})).toEqual([]);
  const moved = after((draft) => {
    draft.name = 'Other';
    if (draft.nodes['split']) draft.nodes['split'].title = 'In parts';
    if (draft.layout?.nodes) draft.layout.nodes['question'] = { x: 900, y: 9 };
    if (draft.layout) draft.layout.notes = {};
  });
  expect(stale(moved)).toEqual([]);
  expect(stale(withNode('join', { retry: { attempts: 3 }, timeout: 9 }))).toEqual([]);
});

test('what hangs on a changed node is stale with it, through loops and out of them', () => {
  const split = withNode('split', { inputs: { text: { from: 'question.text' }, into: 'lines' } });
  expect(stale(split)).toEqual(['each', 'join', 'part', 'reply', 'split']);
  expect(stale(withNode('reply', { inputs: { text: { from: 'question.text' } } }))).toEqual(['reply']);
  const inner = after((draft) => {
    const part = draft.nodes['each']?.nodes?.['part'];
    if (part?.inputs) part.inputs['system'] = 'Be long.';
  });
  expect(stale(inner)).toEqual(['each', 'join', 'part', 'reply']);
});

test('how many turns of a loop go on at once changes no value; its items do', () => {
  const each = sampleFlow.nodes['each']?.inputs;
  expect(stale(withNode('each', { inputs: { ...each, concurrency: 2 } }))).toEqual([]);
  const items = { ...each, items: { from: 'question.text' } };
  expect(stale(withNode('each', { inputs: items }))).toEqual(['each', 'join', 'part', 'reply']);
});

test('a model that is another, or was changed outside, makes stale what asks it', () => {
  const model = withNode('model', { inputs: { model: 'other' } });
  expect(stale(model)).toEqual(['each', 'join', 'model', 'part', 'reply']);
  expect(stale({ touched: new Set(['model']) })).toContain('part');
});

test('another input of the flow makes stale what reads it; the same written otherwise does not', () => {
  expect(stale({ inputs: { question: 'How?' } })).toEqual(['each', 'join', 'part', 'question', 'reply', 'split']);
  const part = sampleFlow.nodes['each']?.nodes?.['part'];
  const lines = { ...part, type: 'models.chat', inputs: { ...part?.inputs, system: { lines: ['Be brief.'] } } };
  expect(stale(withNode('each', { nodes: { part: lines } }))).toEqual([]);
});

test('an input of the flow that is switched off or on makes stale what reads it; while off, what it is given says nothing', () => {
  const all = ['each', 'join', 'part', 'question', 'reply', 'split'];
  const off = withNode('question', { disabled: true });
  expect(stale(off)).toEqual(all);
  expect(stale({}, { flow: off.document })).toEqual(all);
  expect(stale({ ...off, inputs: { question: 'How?' } }, { flow: off.document })).toEqual([]);
  expect(stale(withNode('question', { disabled: false }))).toEqual([]);
});

test('a node that is switched off is stale with what hangs on it; what it read says nothing to it any more', () => {
  expect(stale(withNode('join', { disabled: true }))).toEqual(['join', 'reply']);
  const off = withNode('join', { disabled: true });
  expect(stale({ ...off, inputs: { question: 'How?' } }, { flow: off.document })).not.toContain('reply');
});

test('a pinned node that is switched off or on is another, with what hangs on it; one that stays off is not', () => {
  const split = { parts: ['a', 'b'] };
  const pins = new Map([['split', split]]);
  const off = withNode('split', { disabled: true });
  const behind = ['each', 'join', 'part', 'reply', 'split'];
  expect(stale({ ...off, pins }, { outputsOf: (id) => (id === 'split' ? split : undefined) })).toEqual(behind);
  expect(stale({ pins }, { flow: off.document, given: { split } })).toEqual(behind);
  expect(stale(off, { flow: off.document, given: { split } })).toEqual([]);
});

test('a pin of what the run gave changes nothing, another value does; what comes before it says nothing to it', () => {
  const outputsOf = (id: string) => (id === 'split' ? { parts: ['a', 'b'] } : undefined);
  const pinned = (parts: readonly string[]) => ({ pins: new Map([['split', { parts }]]) });
  expect(stale(pinned(['a', 'b']), { outputsOf })).toEqual([]);
  expect(stale(pinned(['c']), { outputsOf })).toEqual(['each', 'join', 'part', 'reply', 'split']);
  expect(stale({ ...pinned(['a', 'b']), inputs: { question: 'How?' } }, { outputsOf })).toEqual([
    'join',
    'question',
    'reply',
  ]);
});

test('unpinned, or given by hand in one turn, a value is stale with what hangs on it', () => {
  const given = { split: { parts: ['a'] } };
  expect(stale({}, { given })).toEqual(['each', 'join', 'part', 'reply', 'split']);
  expect(stale({ pins: new Map([['split', { parts: ['a'] }]]) }, { given })).toEqual([]);
  expect(stale({}, { given: { 'each[1]/part': { answer: 'x' } } })).toEqual(['each', 'join', 'part', 'reply']);
});

test('a large input that the run holds as a reference is known again', () => {
  const long = 'é'.repeat(50_000);
  const ref = { ref: 'a'.repeat(64), kind: 'text', size: 100_002, preview: long.slice(0, 500) };
  expect(stale({ inputs: { question: long } }, { inputs: { question: ref } })).toEqual([]);
  expect(stale({ inputs: { question: `${long}!` } }, { inputs: { question: ref } })).toContain('split');
});
