import { expect, test } from 'vitest';
import { inOrder, type Command } from '../command.ts';
import { addNode, moveNodes, resizeNode } from '../commands/add-node.ts';
import { connect, disconnect } from '../commands/connect.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { setName } from '../commands/edit-flow.ts';
import { setDisabled, setErrorHandling, setInput, setTitle, setType } from '../commands/edit-node.ts';
import { addNote, editNote } from '../commands/edit-notes.ts';
import { replaceFlow } from '../commands/replace-flow.ts';
import { sampleFlow } from '../testing/sample-flow.ts';
import { change, createHistory } from './history.ts';
import { summariseStep } from './step-summary.ts';

function summaryOf(command: Command): string {
  const step = change(createHistory(sampleFlow), command).undo.at(-1);
  const { what, count } = step ? summariseStep(step) : { what: 'nothing', count: 0 };
  return `${count} ${what}`;
}

const origin = { x: 0, y: 0 };

test.each<[string, Command]>([
  ['1 add-nodes', addNode('more', { type: 'data.split' }, 1, origin)],
  [
    '1 add-nodes',
    inOrder(addNode('more', { type: 'data.split' }, 1, origin), connect('more.text', { node: 'reply', port: 'text' })),
  ],
  ['2 delete-nodes', deleteSelection({ nodes: ['question', 'join'] })],
  ['1 delete-nodes', deleteSelection({ nodes: ['each'] })],
  ['2 move-nodes', moveNodes({ question: { x: 4, y: 4 }, part: { x: 4, y: 4 } })],
  ['1 resize-nodes', resizeNode('each', { width: 900, height: 300 })],
  ['1 wire', connect('split.count', { node: 'reply', port: 'text' })],
  ['1 wire', disconnect('each.all', { node: 'join', port: 'texts' })],
  ['1 wire', connect('split.count', { node: 'part', port: 'new' })],
  ['1 change-fields', setInput('part', 'system', 'Be kind.')],
  ['1 change-fields', setInput('part', 'system', undefined)],
  ['1 rename-nodes', setTitle('part', 'Ask')],
  ['2 disable-nodes', setDisabled(['part', 'join'], true)],
  ['1 change-settings', setErrorHandling('part', { timeout: 9 })],
  ['1 change-type', setType('part', 'models.other')],
  ['1 add-notes', addNote('note', origin, 'Hello')],
  ['1 edit-notes', editNote('hint', { text: 'Now.' })],
  ['1 move-notes', editNote('hint', { position: { x: 4, y: 4 } })],
  ['1 delete-notes', deleteSelection({ notes: ['hint'] })],
  ['1 rename-flow', setName('Other')],
  ['6 delete-nodes', replaceFlow({ jacquard: 1, name: 'Other', nodes: {} })],
])('a step is told as %s', (expected, command) => {
  expect(summaryOf(command)).toBe(expected);
});
