import type { Descriptor, FlowDocument } from '@jacquard/flow';
import type { RunView, StepView } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { readersOfChangedBases } from './changed-bases.ts';

const words = { en: 'x', fr: 'x' };
const field = { kind: { kind: 'text' }, label: words, field: 'knowledge' };
const descriptors = new Map([
  ['base', { role: 'component', inputs: { knowledge: field } }],
  ['tool', { role: 'component', inputs: {} }],
  ['search', { role: 'step', inputs: {} }],
] as unknown as [string, Descriptor][]); // boundary: only what is read here

/** `handbook ──▶ search`, `handbook ──▶ tool ──▶ agent`, and `other`, which reads nothing. */
const flow: FlowDocument = {
  jacquard: 1,
  name: 'Ask',
  nodes: {
    handbook: { type: 'base', inputs: { knowledge: 'handbook' } },
    search: { type: 'search', inputs: { knowledge: { from: 'handbook.knowledge' } } },
    tool: { type: 'tool', inputs: { knowledge: { from: 'handbook.knowledge' } } },
    agent: { type: 'search', inputs: { tools: [{ from: 'tool.tool' }] } },
    other: { type: 'search' },
  },
};

function changed(
  base: { readonly state: 'ready' | 'stale' | 'building'; readonly updatedAt: number },
  ends: Readonly<Record<string, Partial<StepView>>>,
): readonly string[] {
  const steps = new Map(Object.entries(ends).map(([node, step]) => [node, { node, ...step } as StepView])); // boundary: only what is read here
  const view: Pick<RunView, 'steps'> = { steps };
  return [...readersOfChangedBases([{ id: 'handbook', ...base }], flow, descriptors, view)];
}

const done = { status: 'done', endedAt: 200 } as const;
const running = { status: 'running' } as const;

test('a base that is read for a step while it runs makes nothing of that run out of date', () => {
  expect(changed({ state: 'stale', updatedAt: 0 }, { search: running })).toEqual([]);
  expect(changed({ state: 'building', updatedAt: 150 }, { search: running, other: done })).toEqual([]);
  expect(changed({ state: 'ready', updatedAt: 190 }, { search: done, agent: running })).toEqual([]);
});

test('one that is read after a step has ended, or will be before the next run, does, through tools too', () => {
  expect(changed({ state: 'ready', updatedAt: 300 }, { search: done, agent: done, other: done })).toEqual([
    'search',
    'agent',
  ]);
  expect(changed({ state: 'stale', updatedAt: 100 }, { search: done, agent: running })).toEqual(['search']);
});

test('each reader counts by its own end, and one that was skipped or never came has nothing out of date', () => {
  expect(changed({ state: 'ready', updatedAt: 250 }, { search: done, agent: { ...done, endedAt: 400 } })).toEqual([
    'search',
  ]);
  expect(changed({ state: 'ready', updatedAt: 300 }, { search: { ...done, status: 'skipped' } })).toEqual([]);
});
