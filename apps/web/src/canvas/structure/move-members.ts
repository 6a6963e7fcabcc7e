import type { NodeChange } from '@xyflow/react';
import type { CanvasElement } from '../canvas-elements.ts';

/**
 * A frame that is dragged by its title moves its nodes: its own move is turned into theirs, and the frame follows them.
 * What is dragged by itself in the same gesture moves once.
 */
export function moveMembers(
  changes: readonly NodeChange<CanvasElement>[],
  drawn: readonly CanvasElement[],
): readonly NodeChange<CanvasElement>[] {
  const frames = new Map(drawn.flatMap((element) => (element.type === 'group-frame' ? [[element.id, element]] : [])));
  if (frames.size === 0) return changes;
  const byId = new Map(drawn.map((element) => [element.id, element]));
  const moving = new Set(changes.flatMap((change) => (change.type === 'position' ? [change.id] : [])));
  return changes.flatMap((change): NodeChange<CanvasElement>[] => {
    const frame = 'id' in change ? frames.get(change.id) : undefined;
    if (!frame) return [change];
    if (change.type !== 'position') return [];
    const { position, dragging = false } = change;
    const shift = position ? { x: position.x - frame.position.x, y: position.y - frame.position.y } : { x: 0, y: 0 };
    return frame.data.group.nodes.flatMap(({ id }): NodeChange<CanvasElement>[] => {
      const member = byId.get(id);
      if (!member || moving.has(id)) return [];
      const moved = { x: member.position.x + shift.x, y: member.position.y + shift.y };
      return [{ id, type: 'position', position: moved, dragging }];
    });
  });
}
