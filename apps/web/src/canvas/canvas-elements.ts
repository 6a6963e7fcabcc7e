import type { Node } from '@xyflow/react';
import {
  groupElementId,
  readNote,
  themeColorOf,
  type CanvasNode,
  type CanvasView,
  type Crossings,
} from '@jacquard/canvas';
import type { FlowDocument } from '@jacquard/flow';
import type { NoteNode } from './nodes/note-card.tsx';
import type { ScopeNode } from './nodes/scope-frame.tsx';
import type { StepNode } from './nodes/node-card.tsx';
import type { FoldedNode } from './structure/folded-scope.tsx';
import type { GroupBoxNode } from './structure/group-box.tsx';
import type { GroupFrameNode } from './structure/group-frame.tsx';
import type { StageNode } from './structure/stage-frame.tsx';
import { fitAround } from './structure/fit-around.ts';
import { placeInside } from './structure/inside-scope.ts';
import { isAlike, nodeElement } from './structure/node-element.ts';

/** What React Flow draws: nodes, scopes as frames or folded, notes, groups as frames or folded, and the entered scope. */
export type CanvasElement = StepNode | ScopeNode | FoldedNode | NoteNode | GroupFrameNode | GroupBoxNode | StageNode;

type Notes = NonNullable<NonNullable<FlowDocument['layout']>['notes']>;

/** The id under which a note stands among the nodes. */
export function noteElementId(id: string): string {
  return `note:${id}`;
}

const noCrossings: Crossings = { inputs: [], outputs: [] };

/**
 * What is in sight as React Flow holds it. An element whose node hasn't changed keeps its object, with what React Flow
 * has measured, so that only what changed is drawn.
 */
export function canvasElements(
  view: CanvasView,
  notes: Notes,
  before: readonly CanvasElement[],
  selected: ReadonlySet<string>,
): CanvasElement[] {
  const known = new Map<string, CanvasElement>(before.map((element) => [element.id, element]));
  const noteElements = view.stage
    ? []
    : Object.entries(notes).map(([id, note]) => noteElement(id, note, known, selected));
  const stage = view.stage ? [stageElement(view.stage, view, known)] : [];
  const boxes = view.groups
    .filter(({ isCollapsed }) => isCollapsed)
    .map((group) => boxElement(group, view, known, selected));
  const nodes = view.nodes.map((node) =>
    nodeElement(node, view, { old: known.get(node.id), isSelected: selected.has(node.id) }),
  );
  return fitAround([...noteElements, ...stage, ...nodes, ...boxes], view, before);
}

function stageElement(
  canvasNode: CanvasNode,
  { crossings }: CanvasView,
  known: ReadonlyMap<string, CanvasElement>,
): StageNode {
  const { id } = canvasNode;
  const old = known.get(id);
  const outside = (crossings.get(id) ?? noCrossings).outputs;
  const isSame = old?.type === 'stage' && old.data.canvasNode === canvasNode && isAlike(old.data.outside, outside);
  if (isSame) return old;
  return {
    id,
    type: 'stage',
    position: { x: 0, y: 0 },
    data: { canvasNode, outside },
    draggable: false,
    selectable: false,
    focusable: false,
    zIndex: -1,
    style: { pointerEvents: 'none' },
  };
}

function boxElement(
  group: CanvasView['groups'][number],
  { crossings }: CanvasView,
  known: ReadonlyMap<string, CanvasElement>,
  selected: ReadonlySet<string>,
): GroupBoxNode {
  const id = groupElementId(group.id);
  const old = known.get(id);
  const edges = crossings.get(id) ?? noCrossings;
  const isSelected = group.nodes.every((node) => selected.has(node.id));
  const { x, y } = group.scope === undefined ? group.position : placeInside(group.position);
  const isSame =
    old?.type === 'group-box' &&
    old.selected === isSelected &&
    old.position.x === x &&
    old.position.y === y &&
    old.parentId === group.scope &&
    isAlike(old.data.group, group) &&
    isAlike(old.data.crossings, edges);
  if (isSame) return old;
  const measured: Pick<Node, 'measured'> = old?.type === 'group-box' && old.measured ? { measured: old.measured } : {};
  return {
    ...measured,
    id,
    type: 'group-box',
    position: { x, y },
    data: { group, crossings: edges },
    selected: isSelected,
    ...(group.scope !== undefined && { parentId: group.scope }),
  };
}

function noteElement(
  id: string,
  note: Notes[string],
  known: ReadonlyMap<string, CanvasElement>,
  selected: ReadonlySet<string>,
): NoteNode {
  const elementId = noteElementId(id);
  const old = known.get(elementId);
  const text = readNote(note.text);
  const color = themeColorOf(note.color, 'amber');
  const { x, y, width = 240, height = 160 } = note;
  const isSelected = selected.has(elementId);
  const isSame =
    old?.type === 'note' &&
    old.data.text === text &&
    old.data.color === color &&
    old.selected === isSelected &&
    old.position.x === x &&
    old.position.y === y &&
    old.width === width &&
    old.height === height;
  if (isSame) return old;
  return {
    id: elementId,
    type: 'note',
    position: { x, y },
    data: { text, color },
    width,
    height,
    selected: isSelected,
    zIndex: -2,
  };
}
