import { serialiseFlow } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import { applySuggestion } from './apply-suggestion.ts';
import { setName } from './edit-flow.ts';
import {
  setDisabled,
  setErrorHandling,
  setInput,
  setScopeOutput,
  setScopeState,
  setTitle,
  setType,
  setUntil,
} from './edit-node.ts';

test('a field holds what was typed; emptied, the node is as before', () => {
  const filled = sampleAfter(setInput('model', 'model', 'default'));
  expect(filled.nodes.model?.inputs).toEqual({ model: 'default' });
  const emptied = sampleAfter(setInput('model', 'model', 'default'), setInput('model', 'model', undefined));
  expect(serialiseFlow(emptied)).toBe(serialiseFlow(sampleFlow));
});

test('an edit touches its own node alone: all others stay the same objects', () => {
  const flow = sampleAfter(setInput('part', 'system', 'Be kind.'));
  expect(flow.nodes.split).toBe(sampleFlow.nodes.split);
  expect(flow.layout).toBe(sampleFlow.layout);
  expect(flow.nodes.each?.nodes?.part?.inputs?.system).toBe('Be kind.');
});

test('an empty title gives back the type’s', () => {
  expect(sampleAfter(setTitle('join', 'All of it')).nodes.join?.title).toBe('All of it');
  expect(sampleAfter(setTitle('join', 'All of it'), setTitle('join', ' ')).nodes.join).toEqual(sampleFlow.nodes.join);
});

test('several nodes are switched off and on again at once', () => {
  const off = sampleAfter(setDisabled(['join', 'part'], true));
  expect([off.nodes.join?.disabled, off.nodes.each?.nodes?.part?.disabled]).toEqual([true, true]);
  const on = sampleAfter(setDisabled(['join', 'part'], true), setDisabled(['join', 'part'], false));
  expect(serialiseFlow(on)).toBe(serialiseFlow(sampleFlow));
});

test('error handling changes what it names and leaves the rest', () => {
  const flow = sampleAfter(
    setErrorHandling('part', { retry: { attempts: 3 }, timeout: 5, onError: 'port' }),
    setErrorHandling('part', { onError: 'fail', timeout: undefined }),
  );
  expect(flow.nodes.each?.nodes?.part).toMatchObject({ retry: { attempts: 3 } });
  expect(flow.nodes.each?.nodes?.part).not.toHaveProperty('onError');
  expect(flow.nodes.each?.nodes?.part).not.toHaveProperty('timeout');
});

test('a loop’s variables, end and outputs are set and taken away', () => {
  const state = { first: '', next: { from: 'part.answer' } };
  const set = [setScopeState('each', 'draft', state), setUntil('each', { value: true })];
  expect(sampleAfter(...set).nodes.each).toMatchObject({ state: { draft: state }, until: { value: true } });
  const taken = sampleAfter(...set, setScopeState('each', 'draft', undefined), setUntil('each', undefined));
  expect(taken.nodes.each).toEqual(sampleFlow.nodes.each);
  expect(sampleAfter(setScopeOutput('each', 'all', undefined)).nodes.each?.outputs).toEqual({});
});

test('a node of another type keeps its id and wires; a type that nothing has any more is forgotten', () => {
  const flow = sampleAfter(setType('join', 'control.merge'));
  expect(flow.nodes.join).toEqual({ ...sampleFlow.nodes.join, type: 'control.merge' });
  expect(flow.types).not.toHaveProperty(['data.join']);
});

test('an issue’s suggestion is made by one click', () => {
  const wired = { do: 'set-input', node: 'split', port: 'text', input: { from: 'reply.text' } } as const;
  expect(sampleAfter(applySuggestion(wired)).nodes.split?.inputs?.text).toEqual({ from: 'reply.text' });
  const replaced = { do: 'replace-source', node: 'join', from: 'question.text', to: 'part.answer' } as const;
  expect(sampleAfter(applySuggestion(replaced)).nodes.join?.inputs?.texts).toEqual([
    { from: 'each.all' },
    { from: 'part.answer' },
  ]);
  const removed = { do: 'remove-input', node: 'split', port: 'text' } as const;
  expect(sampleAfter(applySuggestion(removed)).nodes.split).toEqual({ type: 'data.split' });
});

test('the flow has a name; the same one changes nothing', () => {
  expect(sampleAfter(setName('Other')).name).toBe('Other');
  expect(sampleAfter(setName('Sample'))).toBe(sampleFlow);
});
