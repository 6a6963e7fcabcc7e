import { checkFlow, flowPorts, type FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { applyCommand } from '../command.ts';
import { projectFlow } from '../projection/project-flow.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleFlow } from '../testing/sample-flow.ts';
import { planSavedSubFlow } from './close-sub-flow.ts';
import { planOpenedSubFlow } from './open-sub-flow.ts';
import { planSubFlow, type SubFlowGround } from './plan-sub-flow.ts';

function groundOf(flow: FlowDocument): SubFlowGround {
  const { nodes } = projectFlow(flow, sampleDescriptors);
  const places = Object.fromEntries(nodes.map(({ id, position }) => [id, position]));
  return { flow, descriptors: sampleDescriptors, ports: flowPorts(flow, sampleDescriptors), places };
}

/** The flow with a selection as a sub-flow, and its id. */
function wrapped(ids: readonly string[], flow = sampleFlow): { flow: FlowDocument; id: string } {
  const plan = planSubFlow(groundOf(flow), ids);
  if ('refused' in plan) throw new Error(plan.refused.code);
  return { flow: applyCommand(flow, plan.command), id: plan.id };
}

function errorsOf(flow: FlowDocument, other?: FlowDocument): string[] {
  const issues = checkFlow(flow, sampleDescriptors, { flow: (id) => (id === 'other' ? other : undefined) });
  return issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

test('inputs and outputs of the flow stay outside, and so does a model that something outside uses', () => {
  const everything = planSubFlow(groundOf(sampleFlow), ['question', 'model', 'split', 'each', 'join', 'reply']);
  expect(everything).toMatchObject({ id: 'sub-flow', inner: ['model', 'split', 'each', 'join'] });
  expect(planSubFlow(groundOf(sampleFlow), ['model', 'split'])).toMatchObject({ inner: ['split'] });
});

test('it is refused with a reason: nothing left, nodes of several scopes, a circle', () => {
  const refused = (ids: string[]): unknown => planSubFlow(groundOf(sampleFlow), ids);
  expect(refused(['question', 'model'])).toMatchObject({ refused: { code: 'selection-not-wrappable' } });
  expect(refused(['part', 'join'])).toMatchObject({ refused: { code: 'selection-of-several-scopes' } });
  //   split ──▶ each ──▶ join
  expect(refused(['split', 'join'])).toMatchObject({ refused: { code: 'flow-cycle' } });
});

//   question ──▶ sub-flow ( split ──▶ each ( part ) ──▶ join ) ──▶ reply
test('a sub-flow becomes a flow of its own: what crosses gets inputs and outputs, a model is copied along', () => {
  const { flow, id } = wrapped(['split', 'each', 'join']);
  const plan = planSavedSubFlow(groundOf(flow), id, 'Read in parts', 'en');
  if ('refused' in plan) throw new Error(plan.refused.code);
  const { document } = plan;
  expect(Object.keys(document.nodes)).toEqual(['split', 'each', 'join', 'question', 'model', 'text']);
  expect(document.nodes.question).toEqual({ type: 'io.text-input', title: 'Text input' });
  expect(document.nodes.text).toMatchObject({ type: 'io.text-output', inputs: { text: { from: 'join.text' } } });
  expect(errorsOf(document)).toEqual([]);
  const after = applyCommand(flow, plan.close('other'));
  expect(after.nodes[id]).toEqual({
    type: 'control.sub-flow',
    inputs: { flow: 'other', question: { from: 'question.text' } },
  });
  expect(after.nodes.reply?.inputs?.text).toEqual({ from: 'sub-flow.text' });
  expect(errorsOf(after, document)).toEqual([]);
});

test('and back: opened in place it does what it did', () => {
  const { flow, id } = wrapped(['split', 'each', 'join']);
  const saved = planSavedSubFlow(groundOf(flow), id, 'Read in parts', 'en');
  if ('refused' in saved) throw new Error(saved.refused.code);
  const closed = applyCommand(flow, saved.close('other'));
  const opened = planOpenedSubFlow(closed, sampleDescriptors, id, saved.document);
  if ('refused' in opened) throw new Error(opened.refused.code);
  const after = applyCommand(closed, opened.command);
  expect(Object.keys(after.nodes[id]?.nodes ?? {})).toEqual(['split', 'each', 'join', 'chat-model']);
  expect(after.nodes[id]?.nodes?.split).toEqual({ type: 'data.split', inputs: { text: { from: 'question.text' } } });
  expect(after.nodes[id]?.outputs).toEqual({ text: { from: 'join.text' } });
  expect(errorsOf(after)).toEqual([]);
});

test('a value that is given in place of a wire goes where it is read', () => {
  const other: FlowDocument = {
    jacquard: 1,
    name: 'Other',
    nodes: {
      text: { type: 'io.text-input' },
      cut: { type: 'data.split', inputs: { text: { from: 'text.text' } } },
      all: { type: 'io.json-output', inputs: { json: { from: 'cut.parts' } } },
      same: { type: 'io.text-output', inputs: { text: { from: 'text.text' } } },
    },
  };
  const call = (inputs: object): FlowDocument => ({
    jacquard: 1,
    name: 'Caller',
    nodes: { call: { type: 'control.sub-flow', inputs: { flow: 'other', ...inputs } } },
  });
  const { same: _same, ...nodes } = other.nodes;
  const opened = planOpenedSubFlow(call({ text: 'a b' }), sampleDescriptors, 'call', { ...other, nodes });
  if ('refused' in opened) throw new Error(opened.refused.code);
  const { call: node } = applyCommand(call({ text: 'a b' }), opened.command).nodes;
  expect(node?.nodes).toEqual({ cut: { type: 'data.split', inputs: { text: 'a b' } } });
  const passed = planOpenedSubFlow(call({ text: 'a b' }), sampleDescriptors, 'call', other);
  expect(passed).toMatchObject({ refused: { code: 'sub-flow-output-fixed' } });
});
