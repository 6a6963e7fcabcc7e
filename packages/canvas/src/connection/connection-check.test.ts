import { expect, test } from 'vitest';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleFlow } from '../testing/sample-flow.ts';
import { connectionCheck, type Connection } from './connection-check.ts';

function check(from: string, node: string, port: string): Connection {
  return connectionCheck(sampleFlow, sampleDescriptors, { from, to: { node, port } });
}

test('a wire of the same kind is allowed', () => {
  expect(check('question.text', 'part', 'system')).toEqual({ isAllowed: true, isConverted: false, onList: false });
});

test('a wire that converts is allowed, and says so', () => {
  expect(check('split.count', 'split', 'text')).toMatchObject({ isAllowed: false });
  expect(check('split.count', 'part', 'system')).toEqual({ isAllowed: true, isConverted: true, onList: false });
});

test('a wire to a list joins the others', () => {
  expect(check('part.answer', 'part', 'system')).toMatchObject({ isAllowed: false });
  expect(check('question.text', 'join', 'texts')).toMatchObject({ isAllowed: true, onList: true });
});

test('a kind that doesn’t fit is refused with the reason', () => {
  const refused = check('model.model', 'part', 'prompt');
  expect(refused).toMatchObject({ isAllowed: false, params: expect.objectContaining({ from: 'model.model' }) });
  expect(check('question.text', 'part', 'model')).toMatchObject({ isAllowed: false });
});

//   split ──▶ each ──▶ join
//     ▲ ╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳┘
test('a wire that would close a circle is refused', () => {
  expect(check('join.text', 'split', 'text')).toMatchObject({ isAllowed: false, code: 'flow-cycle' });
});

test('a wire out of a loop past its outputs is refused', () => {
  expect(check('part.answer', 'reply', 'text')).toMatchObject({ isAllowed: false, code: 'reference-into-scope' });
});

test('what a loop gives inside can be read inside alone', () => {
  expect(check('each.index', 'part', 'system')).toMatchObject({ isAllowed: true, isConverted: true });
  expect(check('each.index', 'reply', 'text')).toMatchObject({ isAllowed: false, code: 'reference-to-inner-port' });
});

test('what was wrong before doesn’t stand in the way', () => {
  const broken = { ...sampleFlow, nodes: { ...sampleFlow.nodes, odd: { type: 'no.such-type' } } };
  const wire = { from: 'question.text', to: { node: 'part', port: 'system' } };
  expect(connectionCheck(broken, sampleDescriptors, wire)).toMatchObject({ isAllowed: true });
});
