import { checkFlow, type FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { applyCommand } from '../command.ts';
import { projectFlow } from '../projection/project-flow.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import { addNode } from './add-node.ts';
import { connect } from './connect.ts';
import { setScopeOutput } from './edit-node.ts';
import { wrapNodes } from './edit-scope.ts';
import { planScopeMove } from './plan-scope-move.ts';

const at = { x: 220, y: 100 };

function move(flow: FlowDocument, ids: readonly string[], scope: string | undefined) {
  const { nodes } = projectFlow(flow, sampleDescriptors);
  const ports = new Map(nodes.map((node) => [node.id, node.ports]));
  const places = Object.fromEntries(ids.map((id) => [id, at]));
  const plan = planScopeMove({ flow, descriptors: sampleDescriptors, ports, places }, ids, scope);
  if ('refused' in plan) return { refused: plan.refused.code, flow, cut: [] };
  const cut = plan.cut.map(({ from, to }) => `${from} > ${to.node}.${to.port}`);
  return { flow: applyCommand(flow, plan.command), cut };
}

function errorsOf(flow: FlowDocument): string[] {
  return checkFlow(flow, sampleDescriptors).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
}

//   each ( item ──▶ part ──▶ all ) ──▶ join ──▶ reply      each ( item ──▶ part ──▶ join )   ╳   reply
test('what read a loop reads inside of it what came out; a text is no list of what it was in each turn', () => {
  const { flow, cut } = move(sampleFlow, ['join'], 'each');
  expect(flow.nodes.each?.nodes?.join?.inputs?.texts).toEqual([{ from: 'part.answer' }, { from: 'question.text' }]);
  expect(flow.layout?.nodes?.join).toEqual(at);
  expect(cut).toEqual(['join.text > reply.text']);
  expect(flow.nodes.each?.outputs).toEqual({ all: { from: 'part.answer' } });
  expect(new Set(errorsOf(flow))).toEqual(new Set(['input-missing']));
});

test('who reads a list goes on reading a node that went into a loop, by an output of it', () => {
  const list = sampleAfter(
    addNode('other', { type: 'data.join' }, 1, at),
    connect('join.text', { node: 'other', port: 'texts' }, true),
  );
  const { flow, cut } = move(list, ['join'], 'each');
  expect(flow.nodes.each?.outputs?.text).toEqual({ from: 'join.text' });
  expect(flow.nodes.other?.inputs?.texts).toEqual({ from: 'each.text' });
  expect(cut).toEqual(['join.text > reply.text']);
});

//   each ( item ╳ part ──▶ all ) ──▶ join      each ( )    part ──▶ join
test('out of a loop a node is read directly, and reads nothing of the turns any more', () => {
  const { flow, cut } = move(sampleFlow, ['part'], undefined);
  expect(flow.nodes.part?.inputs).toEqual({ model: { from: 'model.model' }, system: 'Be brief.' });
  expect(flow.nodes.join?.inputs?.texts).toEqual([{ from: 'part.answer' }, { from: 'question.text' }]);
  expect(flow.nodes.each).toMatchObject({ nodes: {}, outputs: {} });
  expect(cut).toEqual(['each.item > part.prompt']);
});

test('a model goes in for those inside; those outside lose it, since no value carries it', () => {
  expect(move(sampleFlow, ['model'], 'each')).toMatchObject({
    cut: [],
    flow: { nodes: { each: { nodes: { model: {} } } } },
  });
  const shared = sampleAfter(
    addNode('other', { type: 'models.chat' }, 1, at),
    connect('model.model', { node: 'other', port: 'model' }),
  );
  expect(move(shared, ['model'], 'each').cut).toEqual(['model.model > other.model']);
});

test('what a loop hangs on goes in without the wire to its inputs, and no wire closes a circle', () => {
  expect(move(sampleFlow, ['split'], 'each').cut).toEqual(['split.parts > each.items']);
  const behind = sampleAfter(
    addNode('other', { type: 'data.join' }, 1, at),
    connect('join.text', { node: 'other', port: 'texts' }, true),
  );
  const { flow, cut } = move(behind, ['other'], 'each');
  expect(cut).toEqual(['join.text > other.texts']);
  expect(errorsOf(flow)).not.toContain('flow-cycle');
});

test('into a sub-flow and out again leaves the flow as it was, with its wires', () => {
  const inside = sampleAfter(wrapNodes({ id: 'inside', type: 'control.sub-flow', version: 1 }, ['split', 'each'], {}));
  const entered = move(inside, ['join'], 'inside');
  expect(entered.cut).toEqual([]);
  expect(entered.flow.nodes.reply?.inputs?.text).toEqual({ from: 'inside.text' });
  const left = move(entered.flow, ['join'], undefined);
  expect(left.cut).toEqual([]);
  expect(left.flow.nodes).toEqual(inside.nodes);
});

test('over several edges at once, and between loops', () => {
  const inside = sampleAfter(wrapNodes({ id: 'inside', type: 'control.sub-flow', version: 1 }, ['split', 'each'], {}));
  const { flow, cut } = move(inside, ['part'], undefined);
  expect(cut).toEqual(['each.item > part.prompt']);
  expect(flow.nodes.join?.inputs?.texts).toEqual([{ from: 'part.answer' }, { from: 'question.text' }]);
  expect(flow.nodes.inside?.outputs).toEqual({});
  const back = move(flow, ['part', 'join'], 'each').flow.nodes.inside?.nodes?.each?.nodes;
  expect(back?.join?.inputs?.texts).toEqual([{ from: 'part.answer' }, { from: 'question.text' }]);
});

test('a group that goes as a whole stays one; nodes leave those of which others stay', () => {
  expect(move(sampleFlow, ['split'], 'each').flow.layout?.groups?.work?.nodes).toEqual(['each']);
  const inside = sampleAfter(wrapNodes({ id: 'inside', type: 'control.sub-flow', version: 1 }, ['join'], {}));
  expect(move(inside, ['split', 'each'], 'inside').flow.layout?.groups?.work?.nodes).toEqual(['split', 'each']);
});

test('an output of a loop that its node takes away is told, when nobody read it', () => {
  const more = sampleAfter(setScopeOutput('each', 'more', 'part.answer'));
  expect(move(more, ['part'], undefined).cut).toEqual(['each.item > part.prompt', 'part.answer > each.more']);
});

test('inputs and outputs of the flow stay at the top, and a loop doesn’t go into itself', () => {
  expect(move(sampleFlow, ['question'], 'each').refused).toBe('interface-in-scope');
  const mixed = move(sampleFlow, ['question', 'join'], 'each').flow;
  expect(Object.keys(mixed.nodes)).toContain('question');
  expect(move(sampleFlow, ['each'], 'each').flow).toBe(sampleFlow);
  expect(move(sampleFlow, ['part'], 'each').flow.nodes).toBe(sampleFlow.nodes);
  expect(move(sampleFlow, ['join'], 'split').refused).toBe('selection-of-several-scopes');
});
