import type { FlowDocument } from '@jacquard/flow';
import { applyRunEvent, type RunEvent, type RunView } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { compareRuns, isOtherwise } from './compare-runs.ts';

const flow = (template: string, more: FlowDocument['nodes'] = {}): FlowDocument => ({
  jacquard: 1,
  name: 'Ask',
  nodes: { ask: { type: 'prompts.template', inputs: { template } }, ...more },
});

function runOf(document: FlowDocument, steps: Readonly<Record<string, readonly [ms: number, text: string]>>): RunView {
  const events: RunEvent[] = [
    { type: 'run-start', seq: 1, at: 0, runId: 'r', flowId: 'f', flow: document, inputs: { question: 'Why?' } },
  ];
  for (const [step, [duration, text]] of Object.entries(steps)) {
    const of = { step, node: step.slice(step.lastIndexOf('/') + 1), attempt: 1 };
    events.push({ type: 'step-start', seq: events.length + 1, at: 0, ...of });
    const usage = { outputTokens: text.length };
    events.push({ type: 'step-end', seq: events.length + 1, at: duration, ...of, outputs: { text }, duration, usage });
  }
  const view = events.reduce<RunView | undefined>(applyRunEvent, undefined);
  if (!view) throw new Error('no events');
  return view;
}

test('pairs values, times, tokens and settings of a node that gave something else', () => {
  const found = compareRuns(runOf(flow('Old'), { ask: [300, 'six'] }), runOf(flow('New'), { ask: [200, 'eight'] }));
  expect(found.inputs).toEqual([{ name: 'question', left: 'Why?', right: 'Why?', isSame: true }]);
  expect(found.nodes).toMatchObject([
    {
      id: 'ask',
      left: { time: 300, usage: { outputTokens: 3 } },
      right: { time: 200, usage: { outputTokens: 5 } },
      outputs: [{ name: 'text', left: 'six', right: 'eight', isSame: false }],
      settings: [{ part: 'inputs:template', before: 'Old', after: 'New' }],
    },
  ]);
});

test('a node that ran in one of the two alone is told so, and one that did the same is not', () => {
  const more = { extra: { type: 'prompts.template', inputs: { template: 'x' } } };
  const left = runOf(flow('Same'), { ask: [1, 'a'] });
  const right = runOf(flow('Same', more), { ask: [9, 'a'], extra: [1, 'b'] });
  const { nodes } = compareRuns(left, right);
  expect(nodes.map((node) => [node.id, isOtherwise(node)])).toEqual([
    ['ask', false],
    ['extra', true],
  ]);
  expect(nodes[1]).toMatchObject({ left: undefined, settings: undefined });
});

test('turns of a loop are paired by their number', () => {
  const left = runOf(flow('x'), { 'each[0]/ask': [10, 'a'], 'each[1]/ask': [20, 'b'] });
  const right = runOf(flow('x'), { 'each[0]/ask': [10, 'a'], 'each[1]/ask': [25, 'c'] });
  const [ask] = compareRuns(left, right).nodes;
  expect([ask?.left?.time, ask?.right?.time, ask?.left?.turns]).toEqual([30, 35, 2]);
  expect(ask?.outputs.filter(({ isSame }) => !isSame)).toMatchObject([{ path: 'each[1]/ask', left: 'b', right: 'c' }]);
});
