import { expect, test } from 'vitest';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import { connect, disconnect } from './connect.ts';

test('a wire takes the place of the one that was there', () => {
  const flow = sampleAfter(connect('join.text', { node: 'split', port: 'text' }));
  expect(flow.nodes.split?.inputs).toEqual({ text: { from: 'join.text' } });
});

test('a wire into a loop reaches the node inside', () => {
  const flow = sampleAfter(connect('question.text', { node: 'part', port: 'system' }));
  expect(flow.nodes.each?.nodes?.part?.inputs?.system).toEqual({ from: 'question.text' });
});

test('a list takes one wire more, behind the others, and the same one only once', () => {
  const to = { node: 'join', port: 'texts' };
  const flow = sampleAfter(connect('part.answer', to, true), connect('question.text', to, true));
  expect(flow.nodes.join?.inputs?.texts).toEqual([
    { from: 'each.all' },
    { from: 'question.text' },
    { from: 'part.answer' },
  ]);
});

test('a list that held one wire or a text keeps it', () => {
  const flow = sampleAfter(connect('question.text', { node: 'each', port: 'items' }, true));
  expect(flow.nodes.each?.inputs?.items).toEqual([{ from: 'split.parts' }, { from: 'question.text' }]);
});

test('taking a wire away leaves the others; the last one takes the input along', () => {
  const to = { node: 'join', port: 'texts' };
  expect(sampleAfter(disconnect('each.all', to)).nodes.join?.inputs).toEqual({ texts: [{ from: 'question.text' }] });
  const none = sampleAfter(disconnect('each.all', to), disconnect('question.text', to));
  expect(none.nodes.join).toEqual({ type: 'data.join' });
});

test('a wire to a node that is gone changes nothing', () => {
  expect(sampleAfter(connect('question.text', { node: 'gone', port: 'text' }))).toBe(sampleFlow);
});

test('a port may be called constructor', () => {
  const to = { node: 'join', port: 'constructor' };
  expect(sampleAfter(disconnect('question.text', to))).toBe(sampleFlow);
  const flow = sampleAfter(connect('question.text', to, true));
  expect(flow.nodes.join?.inputs?.['constructor']).toEqual({ from: 'question.text' });
});
