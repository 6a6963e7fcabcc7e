import { rowOfStep, type TimelineRow } from '@jacquard/canvas';
import type { TimelineModel } from './timeline-model.ts';

/** What a row has to do with the one that is looked at. */
export type Relation = 'self' | 'cause' | 'source' | 'effect';

/** The rows around the one that is looked at, by row number. */
export interface Relations {
  readonly self: number;
  /** The step whose end let it start. */
  readonly cause: number | undefined;
  /** What else it read, and had already. */
  readonly sources: readonly number[];
  /** What its end let start. */
  readonly effects: readonly number[];
}

/** Rows that are linked at most; a step before a loop of thousands lets many start. */
const mostLinks = 40;

/** Finds the rows to mark; a folded row stands for what lies in it. */
export function relationsOf(
  { order, numbers }: Pick<TimelineModel, 'order' | 'numbers'>,
  row: TimelineRow | undefined,
): Relations | undefined {
  const self = row && numbers.get(row.path);
  if (!row?.step || self === undefined) return undefined;
  const rowsOf = (paths: readonly string[]): number[] => {
    const found = new Set<number>();
    for (const path of paths) {
      const at = rowOfStep(numbers, path);
      if (at !== undefined && at !== self) found.add(at);
      if (found.size === mostLinks) break;
    }
    return [...found];
  };
  const by = order.letBy(row.path);
  const [cause] = by === undefined ? [] : rowsOf([by]);
  const sources = rowsOf(order.waitedFor(row.path)).filter((at) => at !== cause);
  return { self, cause, sources, effects: rowsOf(order.letStart(order.lastInside(row.path))) };
}

/** How one row is marked. */
export function relationOf(relations: Relations | undefined, index: number): Relation | undefined {
  if (!relations) return undefined;
  if (relations.self === index) return 'self';
  if (relations.cause === index) return 'cause';
  if (relations.sources.includes(index)) return 'source';
  return relations.effects.includes(index) ? 'effect' : undefined;
}
