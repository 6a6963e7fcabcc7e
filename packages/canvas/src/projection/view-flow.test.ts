import type { FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { inOrder } from '../command.ts';
import { editGroup, groupNodes } from '../commands/edit-groups.ts';
import { setCollapsed } from '../commands/edit-scope.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import { realEnd } from './handle-id.ts';
import { projectFlow } from './project-flow.ts';
import { viewFlow, type CanvasView } from './view-flow.ts';

const fold = editGroup('work', { collapsed: true });
const at = { x: 0, y: 0 };

function viewOf(flow: FlowDocument, entered?: string): CanvasView {
  return viewFlow(projectFlow(flow, sampleDescriptors), flow.layout?.groups, entered);
}

function idsOf({ nodes }: CanvasView): string[] {
  return nodes.map(({ id }) => id);
}

/** `source handle → target handle`. */
function wiresOf({ wires }: CanvasView): string[] {
  return wires.map((wire) => `${wire.source} ${wire.sourceHandle} → ${wire.target} ${wire.targetHandle}`).toSorted();
}

test('where nothing is folded, grouped or entered all is as the flow has it', () => {
  const { layout, ...rest } = sampleFlow;
  const canvas = projectFlow({ ...rest, layout: { ...layout, groups: {} } }, sampleDescriptors);
  const view = viewFlow(canvas);
  expect(view.nodes).toBe(canvas.nodes);
  expect(view.wires).toBe(canvas.wires);
});

//   question ──▶ [work: split ──▶ each ( part )] ──▶ join ──▶ reply
//   model ───────────────────────────────▲
test('a folded group is one box: what stands in it is out of sight, the wires that cross its edge end there', () => {
  const view = viewOf(sampleAfter(fold));
  expect(idsOf(view)).toEqual(['question', 'model', 'join', 'reply']);
  expect(wiresOf(view)).toEqual([
    'group:work outer:each.all → join in:texts',
    'join out:text → reply in:text',
    'model out:model → group:work into:part/in:model',
    'question out:text → group:work into:split/in:text',
    'question out:text → join in:texts',
  ]);
  expect(view.crossings.get('group:work')).toMatchObject({
    inputs: [{ label: { en: 'Split a text · Port' } }, { label: { en: 'Chat · Port' }, kind: { kind: 'chat-model' } }],
    outputs: [{ label: { en: 'For each · all' } }],
  });
  expect(view.groups).toMatchObject([{ id: 'work', isCollapsed: true, color: 'grey', position: { x: 354, y: 0 } }]);
});

test('a folded loop is a card: its own ports stay, and what is read inside comes in at its edge', () => {
  const view = viewOf(sampleAfter(setCollapsed('each', true, at)));
  expect(idsOf(view)).toEqual(['question', 'model', 'split', 'each', 'join', 'reply']);
  expect(wiresOf(view)).toEqual([
    'each out:all → join in:texts',
    'join out:text → reply in:text',
    'model out:model → each into:part/in:model',
    'question out:text → join in:texts',
    'question out:text → split in:text',
    'split out:parts → each in:items',
  ]);
});

test('of an entered loop the inside is shown alone; its edges stand for what is outside', () => {
  const view = viewOf(sampleFlow, 'each');
  expect(view.nodes.map(({ id, parent }) => [id, parent])).toEqual([['part', undefined]]);
  expect(view.stage?.id).toBe('each');
  expect(wiresOf(view)).toEqual([
    'each inner:item → part in:prompt',
    'each outer:model.model → part in:model',
    'part out:answer → each result:all',
  ]);
  expect(view.groups).toEqual([]);
});

test('a group in an entered loop stands at the top there; entered where nothing is, all is shown', () => {
  const flow = sampleAfter(groupNodes('inner', ['part'], 'Inner'));
  expect(viewOf(flow, 'each').groups).toMatchObject([{ id: 'inner', scope: undefined }]);
  expect(viewOf(flow, 'gone').nodes).toHaveLength(7);
});

test('a node that stays the same stays the same object in an entered loop, so that it isn’t drawn anew', () => {
  const canvas = projectFlow(sampleFlow, sampleDescriptors);
  expect(viewFlow(canvas, {}, 'each').nodes[0]).toBe(viewFlow(canvas, {}, 'each').nodes[0]);
});

test('the outermost fold hides the others', () => {
  const both = inOrder(setCollapsed('each', true, at), groupNodes('inner', ['part'], 'Inner'), fold);
  const view = viewOf(sampleAfter(both));
  expect(idsOf(view)).toEqual(['question', 'model', 'join', 'reply']);
  expect(view.groups.map(({ id }) => id)).toEqual(['work']);
});

test('a document may say of groups what can’t be drawn: nothing is drawn twice', () => {
  const odd = { a: { title: 'A', nodes: ['split', 'split', 'part', 'gone'] }, b: { title: 'B', nodes: ['split'] } };
  const view = viewOf({ ...sampleFlow, layout: { ...sampleFlow.layout, groups: odd } });
  expect(view.groups.map(({ id, nodes }) => [id, nodes.map((node) => node.id)])).toEqual([['a', ['split']]]);
});

test('an end at an edge leads to the port that it stands for', () => {
  expect(realEnd({ node: 'group:work', handle: 'outer:each.all' })).toEqual({ node: 'each', handle: 'out:all' });
  expect(realEnd({ node: 'group:work', handle: 'into:part/in:model' })).toEqual({ node: 'part', handle: 'in:model' });
  expect(realEnd({ node: 'part', handle: 'in:model' })).toEqual({ node: 'part', handle: 'in:model' });
});
