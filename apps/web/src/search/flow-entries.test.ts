import { projectFlow, searchEntries } from '@jacquard/canvas';
import type { Descriptor, FlowDocument } from '@jacquard/flow';
import { applyRunEvent, type RunEvent, type RunView } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { flowEntries, runEntries } from './flow-entries.ts';

const label = { en: 'Prompt', fr: 'Prompt' };
const chat: Descriptor = {
  type: 'models.chat',
  version: 1,
  role: 'step',
  title: { en: 'Chat', fr: 'Conversation' },
  summary: { en: 'Asks.', fr: 'Demande.' },
  icon: 'circle',
  inputs: { prompt: { kind: { kind: 'text' }, label }, keys: { kind: { kind: 'json' }, label } },
  outputs: { answer: { kind: { kind: 'text' }, label: { en: 'Answer', fr: 'Réponse' } } },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'nothing',
  example: { inputs: {} },
};
const flow: FlowDocument = {
  jacquard: 1,
  name: 'Search me',
  nodes: {
    ask: {
      type: 'models.chat',
      title: 'Weaver',
      inputs: { prompt: { lines: ['Tell of a loom', 'and a river'] }, keys: { value: { colour: 'indigo' } } },
    },
    each: {
      type: 'control.for-each',
      nodes: { inner: { type: 'models.chat', inputs: { prompt: { from: 'each.item' } } } },
    },
  },
  layout: { notes: { hint: { x: 0, y: 0, text: '# Read me\nUse indigo thread.' } } },
};
const canvas = projectFlow(flow, new Map([['models.chat', chat]]));
const found = (query: string, more: ReturnType<typeof runEntries> = []): readonly unknown[] =>
  searchEntries([...flowEntries(canvas, flow, 'en'), ...more], query).flatMap(({ results }) =>
    results.map(({ entry }) => entry.place),
  );

test('nodes are found by title, type and id, also inside loops; fields and notes by what stands in them', () => {
  expect(found('weaver')).toEqual([{ of: 'node', node: 'ask' }]);
  expect(found('inner')).toEqual([{ of: 'node', node: 'inner' }]);
  expect(found('river')).toEqual([{ of: 'field', node: 'ask', port: 'prompt' }]);
  expect(found('indigo')).toEqual([
    { of: 'field', node: 'ask', port: 'keys' },
    { of: 'note', note: 'hint' },
  ]);
});

test('a wire is no text', () => {
  expect(found('each.item')).toEqual([]);
});

test('values of the shown run are found, and lead to their turn', () => {
  const at = 1;
  const events: RunEvent[] = [
    { type: 'step-start', seq: 1, at, runId: 'r', step: 'each[1]/inner', node: 'inner', attempt: 1, inputs: {} },
    {
      type: 'step-end',
      seq: 2,
      at,
      runId: 'r',
      step: 'each[1]/inner',
      node: 'inner',
      attempt: 1,
      outputs: { answer: 'A red thread' },
      duration: 1,
      kept: false,
    },
  ] as unknown as RunEvent[]; // boundary: what the search reads of events
  const view = events.reduce<RunView | undefined>(applyRunEvent, undefined);
  if (!view) throw new Error('no view');
  expect(found('red thread', runEntries(view, canvas, 'en'))).toEqual([
    { of: 'value', node: 'inner', port: 'answer', side: 'out', step: 'each[1]/inner' },
  ]);
});
