import type { Node } from '@xyflow/react';
import { readNote, type CanvasNode } from '@jacquard/canvas';
import type { FlowDocument } from '@jacquard/flow';
import { estimatedBox } from './estimated-box.ts';
import type { NoteNode } from './nodes/note-card.tsx';
import type { ScopeNode } from './nodes/scope-frame.tsx';
import type { StepNode } from './nodes/node-card.tsx';

export type CanvasElement = StepNode | ScopeNode | NoteNode;

type Notes = NonNullable<NonNullable<FlowDocument['layout']>['notes']>;

/** The id under which a note stands among the nodes. */
export function noteElementId(id: string): string {
  return `note:${id}`;
}

/**
 * Nodes and notes as React Flow holds them. An element whose node hasn't changed keeps its object, with what React Flow
 * has measured, so that only what changed is drawn.
 */
export function canvasElements(
  nodes: readonly CanvasNode[],
  notes: Notes,
  before: readonly CanvasElement[],
  selected: ReadonlySet<string>,
): CanvasElement[] {
  const known = new Map<string, CanvasElement>(before.map((element) => [element.id, element]));
  const noteElements = Object.entries(notes).map(([id, note]) => noteElement(id, note, known, selected));
  const elements = nodes.map((node) => nodeElement(node, nodes, known, selected));
  return [...noteElements, ...elements];
}

function nodeElement(
  canvasNode: CanvasNode,
  all: readonly CanvasNode[],
  known: ReadonlyMap<string, CanvasElement>,
  selected: ReadonlySet<string>,
): CanvasElement {
  const { id, position, parent } = canvasNode;
  const isScope = canvasNode.node.nodes !== undefined;
  const old = known.get(id);
  const isSelected = selected.has(id);
  const place = isScope ? scopeSize(canvasNode, all) : undefined;
  const isSame =
    old?.type !== 'note' &&
    old?.data.canvasNode === canvasNode &&
    old.selected === isSelected &&
    (!place || (old.width === place.width && old.height === place.height)) &&
    old.position.x === position.x &&
    old.position.y === position.y;
  if (isSame) return old;
  const measured = old?.handles === undefined ? old?.measured : undefined;
  const drawn: Pick<Node, 'measured' | 'handles'> = measured ? { measured } : estimatedBox(canvasNode);
  const base = isScope ? {} : drawn;
  return {
    ...base,
    id,
    type: isScope ? 'scope' : 'step',
    position,
    data: { canvasNode },
    selected: isSelected,
    ...(parent !== undefined && { parentId: parent, extent: 'parent' }),
    ...(place && { width: place.width, height: place.height, zIndex: -1 }),
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
  const { x, y, width = 240, height = 160 } = note;
  const isSelected = selected.has(elementId);
  const isSame =
    old?.type === 'note' &&
    old.data.text === text &&
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
    data: { text },
    width,
    height,
    selected: isSelected,
    zIndex: -2,
  };
}

/** A scope is as large as its person made it, or as what it holds asks for. */
function scopeSize(
  { id, size }: CanvasNode,
  all: readonly CanvasNode[],
): { readonly width: number; readonly height: number } {
  if (size) return size;
  const inner = all.filter(({ parent }) => parent === id);
  const right = Math.max(0, ...inner.map(({ position, size: own }) => position.x + (own?.width ?? 260)));
  const bottom = Math.max(0, ...inner.map(({ position, size: own }) => position.y + (own?.height ?? 260)));
  return { width: Math.max(560, right + 170), height: Math.max(300, bottom + 60) };
}
