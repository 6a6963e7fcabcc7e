import type { Position } from './commands/add-node.ts';
import type { ViewGroup } from './projection/view-groups.ts';

/** The hidden nodes of a folded group go where its box goes, and keep their places to each other. */
export function moveHidden({ nodes, position }: ViewGroup, to: Position): Record<string, Position> {
  const moved = nodes.map(({ id, position: { x, y } }) => {
    return [id, { x: x + to.x - position.x, y: y + to.y - position.y }] as const;
  });
  return Object.fromEntries(moved);
}
