import type { Position } from './commands/add-node.ts';
import { overlaps, type Box } from './free-place.ts';
import { frameAround, type LayoutItem } from './layout-tree.ts';

type Size = { readonly width: number; readonly height: number };

/** Places and sizes while they are worked out. */
interface Growing {
  readonly positions: Record<string, Position>;
  readonly sizes: Record<string, Size>;
}

/** Room that a scope keeps right of and below what stands in it, for its outputs and what can be added. */
const spare = { right: 170, bottom: 60 };

/**
 * After some of the boxes got other places: scopes grow with what stands in them, from inside outwards, and what a scope would cover
 * then stands as much farther to the right or below as it grew.
 */
export function growFrames(items: readonly LayoutItem[], laid: Growing): Growing {
  const growing = { positions: { ...laid.positions }, sizes: { ...laid.sizes } };
  settle(items, growing);
  return growing;
}

/** A box beside others, as it was drawn at its place and as it is when it has grown. */
interface Unit {
  readonly item: LayoutItem;
  before: Box;
  box: Box;
}

function settle(items: readonly LayoutItem[], growing: Growing): Box[] {
  const units = items.map((item): Unit => {
    const before = boxOf(item, growing);
    return { item, before, box: grown(item, before, growing) };
  });
  for (const unit of units) {
    const others = units.filter((other) => other !== unit);
    const isCovering = others.some(({ box }) => overlaps(box, unit.box) && !overlaps(box, unit.before));
    if (isCovering) for (const other of others) pushAside(other, unit, growing);
  }
  return units.map(({ box }) => box);
}

/** Where a box stands, in the size that it was drawn or laid out in. */
function boxOf(item: LayoutItem, growing: Growing): Box {
  const { id, group, children, width, height } = item;
  if (group && children.length > 0) return frameAround(children.map((child) => boxOf(child, growing)));
  const [first] = group?.nodes ?? [];
  const moved = first && growing.positions[first.id];
  if (first && moved) {
    return { x: item.x + moved.x - first.position.x, y: item.y + moved.y - first.position.y, width, height };
  }
  const { x, y } = growing.positions[id] ?? item;
  return { x, y, width, height, ...growing.sizes[id] };
}

/** A box with room for all that stands in it. */
function grown(item: LayoutItem, before: Box, growing: Growing): Box {
  const { id, group, children } = item;
  if (!children.some((child) => isTouched(child, growing))) return before;
  const inside = settle(children, growing);
  if (group) return frameAround(inside);
  const width = Math.max(before.width, ...inside.map((box) => box.x + box.width + spare.right));
  const height = Math.max(before.height, ...inside.map((box) => box.y + box.height + spare.bottom));
  const isLarger = width > before.width || height > before.height;
  if (isLarger) growing.sizes[id] = { width: Math.ceil(width), height: Math.ceil(height) };
  return isLarger ? { ...before, width: Math.ceil(width), height: Math.ceil(height) } : before;
}

/** What nothing was moved in stays as it is, be it too small. */
function isTouched({ id, group, children }: LayoutItem, growing: Growing): boolean {
  const isMoved = [id, ...(group?.nodes ?? []).map((node) => node.id)].some((one) =>
    Object.hasOwn(growing.positions, one),
  );
  return isMoved || children.some((child) => isTouched(child, growing));
}

function pushAside(other: Unit, { before, box }: Unit, growing: Growing): void {
  const [right, bottom] = [before.x + before.width, before.y + before.height];
  const shift = {
    x: other.box.x >= right ? Math.ceil(Math.max(0, box.x + box.width - right)) : 0,
    y: other.box.y >= bottom ? Math.ceil(Math.max(0, box.y + box.height - bottom)) : 0,
  };
  const moved = ({ x, y }: Position): Position => ({ x: x + shift.x, y: y + shift.y });
  const { id, group } = other.item;
  const nodes = group?.nodes ?? [{ id, position: other.item }];
  for (const node of nodes) growing.positions[node.id] = moved(growing.positions[node.id] ?? node.position);
  other.before = { ...other.before, ...moved(other.before) };
  other.box = { ...other.box, ...moved(other.box) };
}
