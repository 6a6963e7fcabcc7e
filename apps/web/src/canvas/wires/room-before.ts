import type { Box, Position } from '@jacquard/canvas';

/** Something that is drawn over wires, or that has wires in it: of a frame its edge with the names of its ports covers them. */
export interface Cover extends Box {
  /** Width of the column at the left of a frame, in which its own ports stand; undefined for a card. */
  readonly column?: number | undefined;
}

/** Half of what is written beside a port, and of a port's mark, which stands out of its card. Pixels at a zoom of 1. */
const halfHeight = 11;
const halfPort = 7.5;

/** How far it is free at the left of the place where a wire ends, in pixels at a zoom of 1; `most` is as far as is looked. */
export function roomBefore({ x, y }: Position, covers: readonly Cover[], most: number): number {
  let room = most;
  for (const cover of covers) {
    const isAside = cover.x >= x || cover.y >= y + halfHeight || cover.y + cover.height <= y - halfHeight;
    if (isAside) continue;
    const isAround = cover.column !== undefined && x < cover.x + cover.width;
    const right = cover.x + (isAround ? (cover.column ?? 0) : cover.width) + halfPort;
    room = Math.min(room, Math.max(0, x - right));
  }
  return room;
}
