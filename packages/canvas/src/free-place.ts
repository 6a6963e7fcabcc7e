import type { Position } from './commands/add-node.ts';

/** A rectangle on the canvas, in pixels at a zoom of 1. */
export interface Box extends Position {
  readonly width: number;
  readonly height: number;
}

const gap = 36;

/** The nearest place at which a box covers none of the others: where it wants to be, or beside or below what is there. */
export function freePlace(wanted: Box, others: readonly Box[]): Position {
  const isFree = ({ x, y }: Position): boolean => others.every((other) => !overlaps({ ...wanted, x, y }, other));
  if (isFree(wanted)) return { x: wanted.x, y: wanted.y };
  const columns = [wanted.x, ...others.map(({ x, width }) => Math.ceil(x + width + gap))];
  const rows = [wanted.y, ...others.map(({ y, height }) => Math.ceil(y + height + gap))];
  const places = columns
    .flatMap((x) => rows.map((y) => ({ x, y })))
    .filter(({ x, y }) => x >= wanted.x && y >= wanted.y);
  const near = ({ x, y }: Position): number => Math.hypot(x - wanted.x, y - wanted.y);
  return places.toSorted((one, other) => near(one) - near(other)).find(isFree) ?? { x: wanted.x, y: wanted.y };
}

/** Whether two boxes have a point in common, edges aside. */
export function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
