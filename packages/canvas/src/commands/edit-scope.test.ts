import { checkFlow, type FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { applyCommand } from '../command.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import { editGroup } from './edit-groups.ts';
import { dissolveScope, setCollapsed, wrapNodes } from './edit-scope.ts';

const scope = { id: 'inside', type: 'control.sub-flow', version: 1 };
const places = { split: { x: 300, y: 40 }, each: { x: 600, y: 0 }, join: { x: 1200, y: 20 } };

function errorsOf(flow: FlowDocument): string[] {
  return checkFlow(flow, sampleDescriptors)
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

//   question ──▶ inside ( split ──▶ each ) ──▶ join
test('nodes become a scope: what is read of them is its output, what they read they go on reading', () => {
  const flow = sampleAfter(wrapNodes(scope, ['split', 'each'], places));
  expect(Object.keys(flow.nodes)).toEqual(['question', 'model', 'join', 'reply', 'inside']);
  expect(flow.nodes.inside).toMatchObject({
    nodes: { split: { inputs: { text: { from: 'question.text' } } }, each: { nodes: { part: {} } } },
    outputs: { all: { from: 'each.all' } },
  });
  expect(flow.nodes.join?.inputs?.texts).toEqual([{ from: 'inside.all' }, { from: 'question.text' }]);
  expect(flow.layout?.nodes?.inside).toEqual({ x: 300, y: 0 });
  expect(errorsOf(flow)).toEqual(errorsOf(sampleFlow));
});

test('a group that went in whole stands inside; nodes of one group leave the scope in their place, others just leave', () => {
  expect(sampleAfter(wrapNodes(scope, ['split', 'each'], {})).layout?.groups?.work?.nodes).toEqual(['split', 'each']);
  expect(sampleAfter(wrapNodes(scope, ['each'], {})).layout?.groups?.work?.nodes).toEqual(['split', 'inside']);
  expect(sampleAfter(wrapNodes(scope, ['each', 'join'], {})).layout?.groups?.work?.nodes).toEqual(['split']);
});

test('outputs of one name are told apart', () => {
  const flow = sampleAfter(wrapNodes(scope, ['question', 'join'], {}));
  expect(flow.nodes.inside?.outputs).toEqual({ text: { from: 'question.text' }, 'join-text': { from: 'join.text' } });
});

test('dissolved, a scope leaves the flow as it was before, but for the order of its nodes', () => {
  const wrapped = sampleAfter(wrapNodes(scope, ['split', 'each'], places));
  const flow = applyCommand(wrapped, dissolveScope('inside', places));
  expect(flow.nodes).toEqual(sampleFlow.nodes);
  expect(flow.types).toEqual(sampleFlow.types);
  expect(flow.layout?.groups).toEqual(sampleFlow.layout?.groups);
  expect(flow.layout?.nodes).toMatchObject({ each: { x: 600, y: 0, width: 500, height: 300 } });
  expect(flow.layout?.nodes).not.toHaveProperty('inside');
});

test('a scope is folded and opened; what is no scope can’t be folded', () => {
  const folded = sampleAfter(setCollapsed('each', true, { x: 1, y: 1 }), setCollapsed('join', true, { x: 1, y: 1 }));
  expect(folded.layout?.nodes?.each).toEqual({ x: 600, y: 0, width: 500, height: 300, collapsed: true });
  expect(folded.layout?.nodes).not.toHaveProperty('join');
  expect(applyCommand(folded, setCollapsed('each', false, { x: 1, y: 1 })).layout).toEqual(sampleFlow.layout);
});

test('nodes that are gone change nothing', () => {
  expect(
    sampleAfter(wrapNodes(scope, ['gone'], {}), dissolveScope('gone', {}), editGroup('gone', { title: 'x' })),
  ).toBe(sampleFlow);
});
