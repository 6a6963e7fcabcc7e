import type { FlowDifference, ItemDifference } from '@jacquard/canvas';

/** Whether something of it differs beside where it stands. */
export function isMoreThanMoved({ change, changes }: ItemDifference): boolean {
  return change !== 'changed' || changes.length > 0;
}

/** How many nodes, notes and groups stand elsewhere, or have another size, because someone else had put them there. */
export function positionsTaken({ nodes, notes, groups }: Pick<FlowDifference, 'nodes' | 'notes' | 'groups'>): number {
  return [...nodes, ...notes, ...groups].filter(({ isMoved }) => isMoved).length;
}
