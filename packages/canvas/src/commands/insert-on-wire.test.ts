import { expect, test } from 'vitest';
import { applyCommand } from '../command.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleAfter } from '../testing/sample-flow.ts';
import { addNode } from './add-node.ts';
import { insertOnWire, type WireBetween } from './insert-on-wire.ts';

const at = { x: 0, y: 0 };
const toReply: WireBetween = { from: 'join.text', to: { node: 'reply', port: 'text', side: 'in' } };

//   join ──▶ reply        join ──▶ chat ──▶ reply
test('a node goes into a wire by its likeliest free input and output', () => {
  const flow = sampleAfter(addNode('chat', { type: 'models.chat' }, 1, at));
  const insertion = insertOnWire(flow, sampleDescriptors, toReply, 'chat');
  expect(insertion).toMatchObject({ isAllowed: true, input: 'prompt', output: 'answer' });
  const after = insertion.isAllowed ? applyCommand(flow, insertion.command) : flow;
  expect(after.nodes['chat']?.inputs).toEqual({ prompt: { from: 'join.text' } });
  expect(after.nodes.reply?.inputs).toEqual({ text: { from: 'chat.answer' } });
});

test('one wire of a list is replaced in its place', () => {
  const flow = sampleAfter(addNode('chat', { type: 'models.chat' }, 1, at));
  const wire: WireBetween = { from: 'question.text', to: { node: 'join', port: 'texts', side: 'in' } };
  const insertion = insertOnWire(flow, sampleDescriptors, wire, 'chat');
  const after = insertion.isAllowed ? applyCommand(flow, insertion.command) : flow;
  expect(after.nodes.join?.inputs?.texts).toEqual([{ from: 'each.all' }, { from: 'chat.answer' }]);
});

//   each ( part ──▶ all )        each ( part ──▶ chat ──▶ all )
test('a node inside a loop goes into the wire that leaves it', () => {
  const flow = sampleAfter(addNode('chat', { type: 'models.chat' }, 1, at, 'each'));
  const wire: WireBetween = { from: 'part.answer', to: { node: 'each', port: 'all', side: 'result' } };
  const insertion = insertOnWire(flow, sampleDescriptors, wire, 'chat');
  const after = insertion.isAllowed ? applyCommand(flow, insertion.command) : flow;
  expect(after.nodes.each?.outputs).toEqual({ all: { from: 'chat.answer' } });
  expect(after.nodes.each?.nodes?.['chat']?.inputs?.prompt).toEqual({ from: 'part.answer' });
});

test('what doesn’t fit is refused with the reason', () => {
  const flow = sampleAfter(
    addNode('other', { type: 'models.chat-model' }, 1, at),
    addNode('cut', { type: 'data.split' }, 1, at),
  );
  const into = (id: string) => insertOnWire(flow, sampleDescriptors, toReply, id);
  expect(into('other')).toEqual({ isAllowed: false, reason: 'no-input' });
  expect(into('reply')).toEqual({ isAllowed: false, reason: 'own-wire' });
  expect(into('gone')).toEqual({ isAllowed: false, reason: 'no-input' });
  const modelWire: WireBetween = { from: 'model.model', to: { node: 'part', port: 'model', side: 'in' } };
  expect(insertOnWire(flow, sampleDescriptors, modelWire, 'cut')).toMatchObject({
    reason: 'refused',
    params: expect.objectContaining({ from: 'model.model' }),
  });
});

test('a node that stands before the wire already would close a circle', () => {
  const wire: WireBetween = { from: 'split.parts', to: { node: 'each', port: 'items', side: 'in' } };
  const flow = sampleAfter((draft) => {
    draft.nodes['join']!.inputs = { texts: { from: 'each.all' } };
    draft.nodes['late'] = { type: 'control.merge', inputs: {} };
    draft.nodes['split']!.inputs = { text: { from: 'late.value' } };
  });
  expect(insertOnWire(flow, sampleDescriptors, wire, 'late')).toMatchObject({ reason: 'refused', code: 'flow-cycle' });
});
