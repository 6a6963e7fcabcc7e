import { serialiseFlow } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { applyCommand, inOrder } from '../command.ts';
import { addNode, placeNode } from '../commands/add-node.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { setInput, setTitle, setType } from '../commands/edit-node.ts';
import { sampleFlow } from '../testing/sample-flow.ts';
import { change, createHistory, endGesture, redo, replaceOutside, undo } from './history.ts';

const start = createHistory(sampleFlow);
const join = { type: 'data.join' };
const origin = { x: 0, y: 0 };

test('what is undone is done again by redo', () => {
  const titled = change(start, setTitle('join', 'All'));
  expect(undo(titled).document.nodes.join?.title).toBeUndefined();
  expect(redo(undo(titled)).document).toEqual(titled.document);
});

test('with nothing to undo or redo, nothing happens', () => {
  expect(undo(start)).toBe(start);
  expect(redo(start)).toBe(start);
});

test('a deleted node comes back where it stood in the file, with its wires', () => {
  const deleted = change(start, deleteSelection({ nodes: ['split'] }));
  expect(serialiseFlow(undo(deleted).document)).toBe(serialiseFlow(sampleFlow));
  const two = change(start, deleteSelection({ nodes: ['question', 'each'] }));
  expect(serialiseFlow(undo(two).document)).toBe(serialiseFlow(sampleFlow));
});

test('typing in a field is one step; ended, the next one is another', () => {
  let history = start;
  for (const text of ['H', 'Ha', 'Hal']) history = change(history, setInput('part', 'system', text), 'typing');
  expect(undo(history).document).toEqual(sampleFlow);
  const more = change(endGesture(history), setInput('part', 'system', 'Half'), 'typing');
  expect(undo(more).document.nodes.each?.nodes?.part?.inputs?.system).toBe('Hal');
});

test('a field emptied and filled again in one gesture goes back to its place in the file', () => {
  const emptied = change(start, setInput('part', 'model', undefined), 'typing');
  const filled = change(emptied, setInput('part', 'model', 'm'), 'typing');
  expect(Object.keys(filled.document.nodes.each?.nodes?.part?.inputs ?? {})).toEqual(['prompt', 'system', 'model']);
  expect(serialiseFlow(undo(filled).document)).toBe(serialiseFlow(sampleFlow));
  expect(serialiseFlow(redo(undo(filled)).document)).toBe(serialiseFlow(filled.document));
});

test('a list whose values got their keys in another order goes back to the order before', () => {
  const written = change(start, setInput('part', 'system', { value: [{ b: 1, a: 2 }] }));
  const sorted = change(written, setInput('part', 'system', { value: [{ a: 2, b: 1 }] }));
  expect(serialiseFlow(undo(sorted).document)).toBe(serialiseFlow(written.document));
  expect(serialiseFlow(redo(undo(sorted)).document)).toBe(serialiseFlow(sorted.document));
});

test('a gesture that ends where it began is no step', () => {
  const moved = change(start, placeNode('part', { x: 9, y: 9 }), 'drag');
  const back = change(moved, placeNode('part', { x: 150, y: 96 }), 'drag');
  expect(back.undo).toEqual([]);
});

test('a click on a node, which moves it nowhere, forgets nothing that can be redone', () => {
  const undone = undo(change(start, setTitle('join', 'All')));
  const clicked = change(undone, placeNode('part', { x: 150, y: 96 }), 'drag');
  expect(redo(clicked).document.nodes.join?.title).toBe('All');
});

test('something new forgets what could be redone', () => {
  const undone = undo(change(start, setTitle('join', 'All')));
  expect(change(undone, setTitle('join', 'Some')).redo).toEqual([]);
});

test('a change from outside stays when one’s own is undone, elsewhere and in the same place', () => {
  const mine = change(start, inOrder(setTitle('join', 'Mine'), setTitle('split', 'Mine')));
  const outside = inOrder(setTitle('split', 'Theirs'), setTitle('reply', 'Theirs'));
  const both = replaceOutside(mine, applyCommand(mine.document, outside));
  const { nodes } = undo(both).document;
  expect([nodes.join?.title, nodes.split?.title, nodes.reply?.title]).toEqual([undefined, 'Theirs', 'Theirs']);
  const again = redo(undo(both)).document.nodes;
  expect([again.join?.title, again.split?.title]).toEqual(['Mine', 'Theirs']);
});

test('a node that someone else has filled since isn’t taken away; the step before is undone instead', () => {
  const titled = change(start, setTitle('join', 'Mine'));
  const added = change(titled, addNode('more', { type: 'any.type' }, 1, origin));
  const outside = setInput('more', 'texts', 'Theirs');
  const undone = undo(replaceOutside(added, applyCommand(added.document, outside)));
  expect(undone.document.nodes.more?.inputs).toEqual({ texts: 'Theirs' });
  expect(undone.document.layout?.nodes?.more).toEqual(origin);
  expect(undone.document.types?.['any.type']).toBe(1);
  expect(undone.document.nodes.join?.title).toBeUndefined();
  expect(undone.undo).toEqual([]);
});

test('what someone else has deleted isn’t brought back by undo and redo', () => {
  const added = change(start, addNode('more', join, 1, origin));
  const gone = replaceOutside(added, applyCommand(added.document, deleteSelection({ nodes: ['more'] })));
  expect(redo(undo(gone)).document.nodes).not.toHaveProperty('more');
});

test('someone else’s node, made another type and theirs again, goes back over these steps to theirs', () => {
  const theirs = replaceOutside(start, applyCommand(sampleFlow, addNode('more', join, 1, origin)));
  const loop = change(theirs, setType('more', 'control.for-each'));
  const back = change(loop, setType('more', 'data.join'));
  expect(undo(back).document.nodes.more?.type).toBe('control.for-each');
  expect(undo(undo(back)).document).toEqual(theirs.document);
  expect(undo(undo(undo(back))).document).toEqual(theirs.document);
});
