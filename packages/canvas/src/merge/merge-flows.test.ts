import { nodesById, type FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { addNode, moveNodes, placeNode } from '../commands/add-node.ts';
import { connect } from '../commands/connect.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { setName } from '../commands/edit-flow.ts';
import { setInput, setTitle } from '../commands/edit-node.ts';
import { addNote, editNote } from '../commands/edit-notes.ts';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import type { MergeChoices } from './collisions.ts';
import { mergeFlows, type Merge } from './merge-flows.ts';

const origin = { x: 0, y: 0 };

function merge(mine: readonly Command[], theirs: readonly Command[], choices?: MergeChoices): Merge {
  return mergeFlows(sampleFlow, sampleAfter(...mine), sampleAfter(...theirs), choices);
}

function nodeOf(flow: FlowDocument, id: string) {
  return nodesById(flow).get(id)?.node;
}

test('what both did at different places stays, in one node, too, and nobody is asked', () => {
  const { document, collisions, lost } = merge(
    [setInput('part', 'system', 'Mine.'), setTitle('join', 'Mine'), setName('My name')],
    [setTitle('part', 'Theirs'), connect('split.count', { node: 'join', port: 'more' })],
  );
  expect(nodeOf(document, 'part')).toMatchObject({ title: 'Theirs', inputs: { system: 'Mine.' } });
  expect(nodeOf(document, 'join')).toMatchObject({ title: 'Mine', inputs: { more: { from: 'split.count' } } });
  expect(document.name).toBe('My name');
  expect([collisions, lost]).toEqual([[], []]);
});

test('one field with two texts collides, with both and what it was; a choice decides', () => {
  const [mine, theirs] = [[setInput('part', 'system', 'Mine.')], [setInput('part', 'system', 'Theirs.')]];
  const asked = merge(mine, theirs);
  expect(asked.collisions).toEqual([
    {
      of: 'node',
      id: 'part',
      deletedBy: undefined,
      parts: [{ part: 'inputs:system', base: 'Be brief.', mine: 'Mine.', theirs: 'Theirs.' }],
    },
  ]);
  expect(nodeOf(asked.document, 'part')?.inputs?.system).toBe('Mine.');
  const chosen = merge(mine, theirs, { 'node:part/inputs:system': 'theirs' });
  expect(nodeOf(chosen.document, 'part')?.inputs?.system).toBe('Theirs.');
});

test('the same change on both sides is no collision', () => {
  const same = [setInput('part', 'system', 'Same.'), addNode('more', { type: 'data.join' }, 1, origin)];
  const { document, collisions } = merge(same, same);
  expect(document).toEqual(sampleAfter(...same));
  expect(collisions).toEqual([]);
});

test('two nodes, two notes that got the same id are two, and their wires stay with them', () => {
  const added = (title: string): readonly Command[] => [
    addNode('join-2', { type: 'data.join', title }, 1, origin),
    connect('join-2.text', { node: 'reply', port: title }),
    addNote('note-1', origin, title),
  ];
  const { document, collisions } = merge(added('mine'), added('theirs'));
  expect(collisions).toEqual([]);
  expect(nodeOf(document, 'join-2')?.title).toBe('theirs');
  expect(nodeOf(document, 'join-3')?.title).toBe('mine');
  expect(nodeOf(document, 'reply')?.inputs).toMatchObject({
    mine: { from: 'join-3.text' },
    theirs: { from: 'join-2.text' },
  });
  expect(document.layout?.notes).toMatchObject({ 'note-1': { text: 'theirs' }, 'note-2': { text: 'mine' } });
  expect(document.layout?.nodes?.['join-3']).toEqual(origin);
});

test('what was deleted on one side and left alone on the other is gone', () => {
  const { document, collisions } = merge([deleteSelection({ nodes: ['each'] })], [placeNode('part', { x: 9, y: 9 })]);
  expect(collisions).toEqual([]);
  expect([...nodesById(document).keys()]).toEqual(['question', 'model', 'split', 'join', 'reply']);
  expect(document.layout?.nodes).not.toHaveProperty('part');
  expect(document.layout?.groups).toEqual({ work: { title: 'Work', nodes: ['split'] } });
  expect(document.types).not.toHaveProperty('control.for-each');
});

test('a loop deleted on one side, in which the other has worked, collides as a whole and stays until chosen', () => {
  const [mine, theirs] = [[deleteSelection({ nodes: ['each'] })], [setInput('part', 'system', 'Theirs.')]];
  const asked = merge(mine, theirs);
  expect(asked.collisions).toEqual([{ of: 'node', id: 'each', deletedBy: 'mine', parts: [] }]);
  expect(nodeOf(asked.document, 'part')?.inputs?.system).toBe('Theirs.');
  expect(asked.document.layout?.nodes?.part).toEqual({ x: 150, y: 96 });
  const chosen = merge(mine, theirs, { 'node:each': 'mine' });
  expect([...nodesById(chosen.document).keys()]).toEqual(['question', 'model', 'split', 'join', 'reply']);
});

test('what one side added to a loop that goes, goes with it', () => {
  const [mine, theirs] = [
    [addNode('more', { type: 'data.join' }, 1, origin, 'each')],
    [deleteSelection({ nodes: ['each'] })],
  ];
  expect(nodeOf(merge(mine, theirs).document, 'each')?.nodes).toHaveProperty('more');
  const { document } = merge(mine, theirs, { 'node:each': 'theirs' });
  expect(nodesById(document).has('more')).toBe(false);
  expect(document.types).toEqual(sampleAfter(...theirs).types);
});

test('a wire to a node that the other side deleted is taken away and told', () => {
  const { document, lost, collisions } = merge(
    [connect('split.count', { node: 'reply', port: 'more' })],
    [deleteSelection({ nodes: ['split'] })],
  );
  expect(collisions).toEqual([]);
  expect(lost).toEqual([{ from: 'split.count', node: 'reply' }]);
  expect(nodeOf(document, 'reply')?.inputs).toEqual({ text: { from: 'join.text' } });
});

test('a node that both have moved stands where theirs put it, and is told', () => {
  const { document, collisions, yielded } = merge(
    [moveNodes({ question: { x: 1, y: 1 }, model: { x: 5, y: 5 } })],
    [moveNodes({ question: { x: 2, y: 2 } })],
  );
  expect(document.layout?.nodes).toMatchObject({ question: { x: 2, y: 2 }, model: { x: 5, y: 5 } });
  expect(collisions).toEqual([]);
  expect(yielded).toEqual(['question']);
});

test('a note that was moved here and written there takes both; two texts collide', () => {
  const both = merge([editNote('hint', { position: { x: 7, y: 7 } })], [editNote('hint', { text: 'Theirs.' })]);
  expect(both.document.layout?.notes?.hint).toEqual({ x: 7, y: 7, text: 'Theirs.' });
  const two = merge([editNote('hint', { text: 'Mine.' })], [editNote('hint', { text: 'Theirs.' })]);
  expect(two.collisions).toMatchObject([{ of: 'note', id: 'hint', parts: [{ part: 'text' }] }]);
  const gone = merge([deleteSelection({ notes: ['hint'] })], [editNote('hint', { text: 'Theirs.' })]);
  expect(gone.collisions).toMatchObject([{ of: 'note', id: 'hint', deletedBy: 'mine' }]);
});
