import type { FlowDocument } from '@jacquard/flow';
import { applyRunEvent, type RunEvent, type RunView } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import { forecastRun, type RunForecast, type RunWish } from './forecast-run.ts';
import { pastRunOf } from './past-run.ts';
import type { NextRun } from './stale-nodes.ts';

const start: RunEvent = {
  type: 'run-start',
  seq: 1,
  at: 1,
  runId: 'run',
  flowId: 'flow',
  flow: sampleFlow,
  inputs: { question: 'Why?' },
};

type Ends = Readonly<Record<string, Readonly<Record<string, string | string[]>> | 'failed'>>;

const complete: Ends = {
  split: { parts: ['a', 'b'] },
  'each[0]/part': { answer: 'A' },
  'each[1]/part': { answer: 'B' },
  each: { all: ['A', 'B'] },
  join: { text: 'AB' },
};

/** A run in which these steps ended so. */
function ran(ends: Ends): RunView {
  const events = Object.entries(ends).map(([step, outputs], at): RunEvent => {
    const of = { seq: at + 2, at: 1, step, node: step.replace(/^.*\//, ''), attempt: 1, duration: 1 };
    const error = { code: 'x', params: {}, kind: 'user' } as const;
    return outputs === 'failed' ? { ...of, type: 'step-error', error } : { ...of, type: 'step-end', outputs };
  });
  const end: RunEvent = { type: 'run-end', seq: 99, at: 2, status: 'completed', outputs: {}, duration: 1 };
  const view = [start, ...events, end].reduce<RunView | undefined>(applyRunEvent, undefined);
  if (view === undefined) throw new Error('no view');
  return view;
}

function forecast(ends: Ends | undefined, next: Partial<NextRun> = {}, wish: RunWish = {}): RunForecast {
  const whole: NextRun = { document: sampleFlow, inputs: { question: 'Why?' }, pins: new Map(), ...next };
  return forecastRun(ends && pastRunOf(ran(ends)), whole, sampleDescriptors, wish);
}

const all = ['split', 'join', 'part'];
const edited: FlowDocument = sampleAfter((draft) => {
  const part = draft.nodes['each']?.nodes?.['part'];
  if (part?.inputs) part.inputs['system'] = 'Be long.';
});

test('the first run runs all; unchanged after that, nothing runs and all is kept', () => {
  expect(forecast(undefined).runs).toEqual(all);
  expect(forecast(complete)).toEqual({ runs: [], kept: all, pinned: [], drawn: [] });
});

test('after an edit the changed node runs with what hangs on it', () => {
  expect(forecast(complete, { document: edited })).toMatchObject({ runs: ['join', 'part'], kept: ['split'] });
});

test('what reads an input of the flow that was switched off since runs, and is not said to be kept', () => {
  const off = sampleAfter((draft) => {
    if (draft.nodes['question']) draft.nodes['question'].disabled = true;
  });
  const pins = new Map([['each', { all: ['A', 'B'] }]]);
  expect(forecast(complete, { document: off })).toMatchObject({ runs: all, kept: [] });
  expect(forecast(complete, { document: off, pins })).toMatchObject({ runs: ['join'], kept: [], pinned: ['each'] });
});

test('what failed or was never reached runs; in a loop over nothing there is nothing to run', () => {
  expect(forecast({ split: { parts: ['a'] }, 'each[0]/part': 'failed' })).toMatchObject({
    runs: ['join', 'part'],
    kept: ['split'],
  });
  const overNothing = { split: { parts: [] }, each: { all: [] }, join: { text: '' } };
  expect(forecast(overNothing)).toMatchObject({ runs: [], kept: ['split', 'join'] });
});

test('a run to a node counts what it needs, one from a node that and what hangs on it', () => {
  expect(forecast(undefined, {}, { target: 'part' }).runs).toEqual(['split', 'part']);
  expect(forecast(complete, {}, { target: 'split' })).toMatchObject({ runs: [], kept: ['split'] });
  expect(forecast(complete, {}, { from: 'each' })).toMatchObject({ runs: ['join', 'part'], kept: ['split'] });
});

test('afresh, what gives something else each time is drawn anew, and what hangs on it runs', () => {
  const sampled = new Map(sampleDescriptors);
  const chat = sampled.get('models.chat');
  if (chat) sampled.set('models.chat', { ...chat, determinism: 'sampled' });
  const next: NextRun = { document: sampleFlow, inputs: { question: 'Why?' }, pins: new Map() };
  const past = pastRunOf(ran(complete));
  expect(forecastRun(past, next, sampled, { afresh: true })).toEqual({
    runs: ['join', 'part'],
    kept: ['split'],
    pinned: [],
    drawn: ['part'],
  });
});

test('a pinned node counts as pinned, and what only it would read not at all', () => {
  const pins = new Map([['each', { all: ['A', 'B'] }]]);
  expect(forecast(complete, { pins })).toEqual({ runs: [], kept: ['join'], pinned: ['each'], drawn: [] });
  const other = new Map([['each', { all: ['C'] }]]);
  expect(forecast(complete, { pins: other })).toMatchObject({ runs: ['join'], kept: [], pinned: ['each'] });
});
