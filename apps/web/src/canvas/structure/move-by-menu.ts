import { scopeOrigin, type CanvasNode, type Position } from '@jacquard/canvas';
import { select, useEditor } from '../../state/editor-store.ts';
import { freePlace } from '../actions/free-place.ts';
import { focusNode } from '../ports/focus-ends.ts';
import type { Landing } from './drag-landing.ts';
import { moveLandings } from './scope-drop.ts';

/** Moves nodes into a scope that stands beside them, to the first free place; the focus goes with them. */
export function moveInto(ids: readonly string[], scope: string): void {
  move(ids, scope, scopeOrigin);
}

/** Moves nodes out of the scope that they stand in, to below its frame; the focus goes with them. */
export function moveOut(ids: readonly string[]): void {
  const around = nodesOf().find(({ id }) => id === nodesOf().find((node) => node.id === ids[0])?.parent);
  if (!around) return;
  const { x, y } = around.position;
  move(ids, around.parent, { x, y: y + heightOf(around) + 40 });
}

function move(ids: readonly string[], to: string | undefined, corner: Position): void {
  const chosen = nodesOf().filter(({ id }) => ids.includes(id));
  const [first] = chosen;
  if (!first) return;
  const left = Math.min(...chosen.map(({ position }) => position.x));
  const top = Math.min(...chosen.map(({ position }) => position.y));
  const { x, y } = freePlace(corner, to);
  const places = chosen.map(({ id, position }) => [id, { x: position.x - left + x, y: position.y - top + y }] as const);
  const landing: Landing = { nodes: ids, from: first.parent, to, places: Object.fromEntries(places) };
  moveLandings([landing], undefined, true);
  select({ nodes: ids });
  focusNode(first.id);
}

function nodesOf(): readonly CanvasNode[] {
  return useEditor.getState().derived?.canvas.nodes ?? [];
}

/** As high as its frame is drawn; what is out of sight is as high as the document says. */
function heightOf({ id, size }: CanvasNode): number {
  const frame = document.querySelector(`.react-flow__node-scope[data-id="${CSS.escape(id)}"]`);
  return frame instanceof HTMLElement ? frame.offsetHeight : (size?.height ?? 300);
}
