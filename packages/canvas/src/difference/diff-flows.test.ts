import { serialiseFlow } from '@jacquard/flow';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { propertyRuns } from '@jacquard/flow/testing';
import { inOrder } from '../command.ts';
import { addNode, moveNodes, resizeNode } from '../commands/add-node.ts';
import { connect } from '../commands/connect.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { setName } from '../commands/edit-flow.ts';
import { setInput, setTitle } from '../commands/edit-node.ts';
import { editNote } from '../commands/edit-notes.ts';
import { applyCommand, type Command } from '../command.ts';
import { randomEdit } from '../testing/random-command.ts';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import { diffFlows, isEmptyDifference, type FlowDifference } from './diff-flows.ts';
import { flowOfParts, partsOfFlow } from './flow-parts.ts';
import { showDifference } from './show-difference.ts';

function differenceBy(...commands: readonly Command[]): FlowDifference {
  return diffFlows(sampleFlow, sampleAfter(...commands));
}

test('a flow differs in nothing from itself', () => {
  expect(isEmptyDifference(differenceBy())).toBe(true);
});

test('a field and a name that were changed are told with what they held', () => {
  const { nodes, flow } = differenceBy(setInput('part', 'system', 'Be kind.'), setTitle('part', 'Ask'), setName('New'));
  expect(nodes).toEqual([
    {
      id: 'part',
      change: 'changed',
      isMoved: false,
      changes: [
        { part: 'title', before: undefined, after: 'Ask' },
        { part: 'inputs:system', before: 'Be brief.', after: 'Be kind.' },
      ],
    },
  ]);
  expect(flow).toEqual([{ part: 'name', before: 'Sample', after: 'New' }]);
});

test('a wire that was laid elsewhere is one change of the node that reads it', () => {
  expect(differenceBy(connect('split.count', { node: 'reply', port: 'text' })).nodes).toMatchObject([
    { id: 'reply', changes: [{ part: 'inputs:text', before: { from: 'join.text' }, after: { from: 'split.count' } }] },
  ]);
});

test('what was only moved or resized is moved, and not changed', () => {
  const { nodes } = differenceBy(moveNodes({ question: { x: 5, y: 0 } }), resizeNode('each', { width: 9, height: 9 }));
  expect(nodes).toEqual([
    { id: 'question', change: 'changed', changes: [], isMoved: true },
    { id: 'each', change: 'changed', changes: [], isMoved: true },
  ]);
});

test('a loop that was deleted is removed with what it holds, and who read it has changed', () => {
  const { nodes, groups } = differenceBy(deleteSelection({ nodes: ['each'] }));
  expect(nodes.map(({ id, change }) => [id, change])).toEqual([
    ['join', 'changed'],
    ['each', 'removed'],
    ['part', 'removed'],
  ]);
  expect(groups).toMatchObject([{ id: 'work', changes: [{ part: 'nodes', after: ['split'] }] }]);
});

test('notes tell what was written and where they went', () => {
  const { notes } = differenceBy(editNote('hint', { text: 'Now.', position: { x: 9, y: 9 } }));
  expect(notes).toEqual([
    { id: 'hint', change: 'changed', isMoved: true, changes: [{ part: 'text', before: 'Try it.', after: 'Now.' }] },
  ]);
});

test('the picture of two states has what was removed at its old place, and says what each node is', () => {
  const after = sampleAfter(
    inOrder(deleteSelection({ nodes: ['each'] }), addNode('more', { type: 'data.join' }, 1, { x: 0, y: 0 })),
    moveNodes({ question: { x: 5, y: 0 } }),
  );
  const { document, marks } = showDifference(sampleFlow, after, diffFlows(sampleFlow, after));
  expect(marks).toEqual({ question: 'moved', join: 'changed', more: 'added', each: 'removed', part: 'removed' });
  expect(document.nodes.each?.nodes).toEqual(sampleFlow.nodes.each?.nodes);
  expect(document.layout?.nodes).toMatchObject({ each: { x: 600 }, question: { x: 5 } });
  expect(document.types).toMatchObject({ 'control.for-each': 1 });
});

test('property: a flow taken apart and put together is the same, and differs in nothing', () => {
  fc.assert(
    fc.property(fc.array(randomEdit, { maxLength: 10 }), (edits) => {
      const flow = edits.reduce((current, edit) => applyCommand(current, edit(current)), sampleFlow);
      const again = flowOfParts(partsOfFlow(flow));
      expect(serialiseFlow(again)).toBe(serialiseFlow(flow));
      expect(isEmptyDifference(diffFlows(flow, again))).toBe(true);
    }),
    { numRuns: propertyRuns(200) },
  );
});
