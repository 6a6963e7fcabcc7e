import type { Thought, Thoughts } from './thoughts-of.ts';

/** Where a thought stands, in places: its level from 1 (0 is the problem), and how far down, from 0. May be a fraction. */
export interface ThoughtPlace {
  readonly level: number;
  readonly row: number;
}

/** A drawing of thoughts without units. */
export interface ThoughtPlaces {
  readonly places: ReadonlyMap<string, ThoughtPlace>;
  /** Of the problem itself. */
  readonly root: ThoughtPlace;
  readonly levels: number;
  readonly rows: number;
}

/**
 * Places thoughts by levels: a tree with each thought beside the first of its children, so that it grows downwards and what stands
 * above stays; a graph with each near the middle of its parents.
 * No two of a level are less than a row apart. Linear in the number of thoughts of a tree, however deep.
 */
export function placeThoughts(thoughts: Thoughts): ThoughtPlaces {
  const rows = thoughts.isGraph ? rowsOfGraph(thoughts) : rowsOfTree(thoughts);
  const first = (thoughts.children.get(undefined) ?? []).map((id) => rows.get(id) ?? 0);
  const used = [...rows.values()].reduce((most, row) => Math.max(most, row + 1), 1);
  return {
    places: new Map(thoughts.list.map(({ id, level }) => [id, { level, row: rows.get(id) ?? 0 }])),
    root: { level: 0, row: thoughts.isGraph ? meanOf(first) : 0 },
    levels: thoughts.levels.length + 1,
    rows: used,
  };
}

function rowsOfTree({ list, children }: Thoughts): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  let next = 0;
  const open = [...(children.get(undefined) ?? [])].toReversed();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const below = children.get(id);
    if (below) open.push(...below.toReversed());
    else rows.set(id, next++);
  }
  // Children come later than their parents: from the end, theirs are known.
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const id = list[at]?.id ?? '';
    const below = children.get(id);
    if (below) rows.set(id, rows.get(below[0] ?? '') ?? 0);
  }
  return rows;
}

function rowsOfGraph({ list, levels }: Thoughts): ReadonlyMap<string, number> {
  const byLevel: Thought[][] = levels.map(() => []);
  for (const thought of list) byLevel[thought.level - 1]?.push(thought);
  const rows = new Map<string, number>();
  const center = (levels.reduce((most, { count }) => Math.max(most, count), 1) - 1) / 2;
  for (const level of byLevel) {
    const wished = level.map((thought) => ({
      id: thought.id,
      row: thought.parents.length === 0 ? center : meanOf(thought.parents.map((parent) => rows.get(parent) ?? 0)),
    }));
    for (const { id, row } of spread(wished.toSorted((a, b) => a.row - b.row))) rows.set(id, row);
  }
  const least = [...rows.values()].reduce((most, row) => Math.min(most, row), 0);
  return new Map([...rows].map(([id, row]) => [id, row - least]));
}

/** Moves places apart that are less than a row from the one before, and all of them back by as much as that moved them on average. */
function spread(wished: readonly { readonly id: string; readonly row: number }[]): { id: string; row: number }[] {
  let before = Number.NEGATIVE_INFINITY;
  let moved = 0;
  const apart = wished.map(({ id, row }) => {
    before = Math.max(row, before + 1);
    moved += before - row;
    return { id, row: before };
  });
  const back = wished.length === 0 ? 0 : moved / wished.length;
  return apart.map(({ id, row }) => ({ id, row: row - back }));
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
