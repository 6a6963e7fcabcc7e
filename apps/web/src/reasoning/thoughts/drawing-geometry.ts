import type { Thought, ThoughtPlace, ThoughtPlaces, Thoughts } from '@jacquard/protocol';

/** Pixels at a zoom of 1; those of the style sheet. */
const [boxWidth, boxHeight, rootWidth, besides, between] = [200, 40, 88, 36, 8];

/** A rectangle of the drawing, in its own pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a thought, or the problem at level 0, is drawn. */
export function boxOf({ level, row }: ThoughtPlace): Rectangle {
  const y = row * (boxHeight + between);
  if (level === 0) return { x: 0, y, width: rootWidth, height: boxHeight };
  return { x: rootWidth + besides + (level - 1) * (boxWidth + besides), y, width: boxWidth, height: boxHeight };
}

/** How large the whole drawing is. */
export function sizeOf({ levels, rows }: ThoughtPlaces): Pick<Rectangle, 'width' | 'height'> {
  const last = boxOf({ level: levels - 1, row: rows - 1 });
  return { width: last.x + last.width, height: last.y + last.height };
}

/** A line between two boxes. */
interface DrawnLink {
  readonly key: string;
  readonly path: string;
  readonly isOnPath: boolean;
  readonly isPruned: boolean;
}

/** What of a drawing lies in a rectangle. */
export interface InSight {
  readonly thoughts: readonly { readonly thought: Thought; readonly box: Rectangle }[];
  readonly links: readonly DrawnLink[];
}

/** The thoughts that lie in a rectangle, and the links that cross it. */
export function inSight({ list }: Thoughts, { places, root }: ThoughtPlaces, sight: Rectangle): InSight {
  const thoughts: { thought: Thought; box: Rectangle }[] = [];
  const links: DrawnLink[] = [];
  for (const thought of list) {
    const place = places.get(thought.id);
    if (!place) continue;
    const box = boxOf(place);
    if (touch(box, sight)) thoughts.push({ thought, box });
    for (const parent of thought.parents.length === 0 ? [undefined] : thought.parents) {
      const from = boxOf((parent === undefined ? undefined : places.get(parent)) ?? root);
      if (!touch(spanOf(from, box), sight)) continue;
      links.push({
        key: `${parent ?? ''} > ${thought.id}`,
        path: linkPath(from, box),
        isOnPath: thought.isOnPath,
        isPruned: thought.state === 'pruned',
      });
    }
  }
  // What is on the way is drawn above the rest.
  return { thoughts, links: links.toSorted((a, b) => Number(a.isOnPath) - Number(b.isOnPath)) };
}

function touch(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function spanOf(a: Rectangle, b: Rectangle): Rectangle {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

function linkPath(from: Rectangle, to: Rectangle): string {
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2];
  const bend = Math.max(20, (x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
