import { expect, test } from 'vitest';
import { sampleAfter } from '../testing/sample-flow.ts';
import { addToGroup, editGroup, groupNodes, takeOutOfGroups, ungroup } from './edit-groups.ts';

test('a group takes nodes of one scope; those that were in another leave it', () => {
  const flow = sampleAfter(groupNodes('prepare', ['question', 'split', 'part', 'gone'], 'Prepare', 'teal'));
  expect(flow.layout?.groups).toEqual({
    prepare: { title: 'Prepare', nodes: ['question', 'split'], color: 'teal' },
    work: { title: 'Work', nodes: ['each'] },
  });
});

test('a group whose nodes all joined another goes; of nothing no group is made', () => {
  const flow = sampleAfter(groupNodes('all', ['split', 'each'], 'All'), groupNodes('none', ['gone'], 'None'));
  expect(Object.keys(flow.layout?.groups ?? {})).toEqual(['all']);
});

test('a group is renamed, coloured, folded and opened, and its nodes stay as they are', () => {
  const folded = sampleAfter(editGroup('work', { title: 'Loop', color: 'rose', collapsed: true }));
  expect(folded.layout?.groups?.work).toEqual({
    title: 'Loop',
    nodes: ['split', 'each'],
    color: 'rose',
    collapsed: true,
  });
  const opened = sampleAfter(editGroup('work', { collapsed: true }), editGroup('work', { collapsed: false }));
  expect(opened.layout?.groups?.work).toEqual({ title: 'Work', nodes: ['split', 'each'] });
});

test('nodes are added and taken out; a node of another scope can’t join', () => {
  const more = sampleAfter(addToGroup('work', ['join', 'part']));
  expect(more.layout?.groups?.work?.nodes).toEqual(['split', 'each', 'join']);
  const less = sampleAfter(takeOutOfGroups(['split']));
  expect(less.layout?.groups?.work?.nodes).toEqual(['each']);
});

test('a group that goes takes no node along', () => {
  const flow = sampleAfter(ungroup('work'));
  expect(flow.layout?.groups).toEqual({});
  expect(Object.keys(flow.nodes)).toEqual(['question', 'model', 'split', 'each', 'join', 'reply']);
});
