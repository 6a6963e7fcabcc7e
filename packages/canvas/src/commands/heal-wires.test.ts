import { expect, test } from 'vitest';
import { applyCommand } from '../command.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleAfter } from '../testing/sample-flow.ts';
import { addNode } from './add-node.ts';
import { connect } from './connect.ts';
import { deleteAndJoin } from './heal-wires.ts';

const flow = sampleAfter(
  addNode('ask', { type: 'models.chat' }, 1, { x: 0, y: 0 }),
  connect('model.model', { node: 'ask', port: 'model' }),
  connect('join.text', { node: 'ask', port: 'prompt' }),
  connect('ask.answer', { node: 'reply', port: 'text' }),
);

//   join ──▶ ╳ask╳ ──▶ reply        join ──▶ reply
test('what stood before a deleted node goes on to what stood behind it', () => {
  const { command, joined, cut } = deleteAndJoin(flow, sampleDescriptors, ['ask']);
  const after = applyCommand(flow, command);
  expect(after.nodes).not.toHaveProperty('ask');
  expect(after.nodes.reply?.inputs).toEqual({ text: { from: 'join.text' } });
  expect({ joined, cut }).toEqual({ joined: 1, cut: 0 });
});

test('through several deleted nodes the nearest that fits is joined', () => {
  const { command, joined } = deleteAndJoin(flow, sampleDescriptors, ['ask', 'join', 'each']);
  const after = applyCommand(flow, command);
  expect(after.nodes.reply?.inputs).toEqual({ text: { from: 'question.text' } });
  expect(joined).toBe(1);
});

//   question ──▶ ╳split╳ ──▶ each        a text is one item of a list
test('a wire that no kind before fits ends, and is counted', () => {
  const { cut, joined } = deleteAndJoin(flow, sampleDescriptors, ['question', 'model']);
  expect({ cut, joined }).toEqual({ cut: 4, joined: 0 });
});

test('a list that reads what stood before already takes it only once', () => {
  const doubled = sampleAfter(connect('split.parts', { node: 'join', port: 'texts' }, true));
  const after = applyCommand(doubled, deleteAndJoin(doubled, sampleDescriptors, ['each']).command);
  expect(after.nodes.join?.inputs?.texts).toEqual([{ from: 'question.text' }, { from: 'split.parts' }]);
});
