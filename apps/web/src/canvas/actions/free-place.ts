import { parseHandle, type Position } from '@jacquard/canvas';
import { useEditor } from '../../state/editor-store.ts';
import type { AskedNode } from '../add/add-store.ts';

const nodeSize = { width: 260, height: 300 };

/** Right of the node whose output is loose, left of the one whose input is. */
export function placeBeside(loose: AskedNode['loose']): Position | undefined {
  const node = useEditor.getState().derived?.canvas.nodes.find(({ id }) => id === loose?.node);
  if (!node || !loose) return undefined;
  const { side } = parseHandle(loose.handle);
  const shift = side === 'out' ? 330 : side === 'inner' ? 160 : -330;
  return { x: node.position.x + shift, y: node.position.y };
}

/** The nearest place below that no other node of the scope covers. */
export function freePlace(wanted: Position, scope: string | undefined): Position {
  const others = useEditor.getState().derived?.canvas.nodes.filter(({ parent }) => parent === scope) ?? [];
  let { x, y } = { x: Math.round(wanted.x), y: Math.round(wanted.y) };
  for (let tries = 0; tries < 200; tries += 1) {
    const covered = others.some(
      ({ position, size = nodeSize }) =>
        Math.abs(position.x - x) < Math.max(size.width, nodeSize.width) - 20 &&
        Math.abs(position.y - y) < nodeSize.height,
    );
    if (!covered) break;
    y += 40;
  }
  return { x, y };
}
