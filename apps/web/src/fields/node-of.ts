import type { CanvasNode } from '@jacquard/canvas';
import type { EditorState } from '../state/editor-store.ts';

const known = new WeakMap<readonly CanvasNode[], ReadonlyMap<string, CanvasNode>>();

/** A node of the shown flow by its id. Each flow is indexed once, so that a thousand fields may ask at every change. */
export function nodeOf({ derived }: Pick<EditorState, 'derived'>, id: string | undefined): CanvasNode | undefined {
  const nodes = derived?.canvas.nodes;
  if (!nodes || id === undefined) return undefined;
  let index = known.get(nodes);
  if (!index) {
    index = new Map(nodes.map((node) => [node.id, node]));
    known.set(nodes, index);
  }
  return index.get(id);
}
