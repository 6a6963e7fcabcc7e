import type { Parts } from '../difference/flow-parts.ts';
import { isSame } from '../history/places.ts';
import { mergeOrder } from './merge-order.ts';

/** One part that both sides changed, each in its own way; undefined: that side took it away. */
export interface PartCollision {
  readonly part: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export type Side = 'mine' | 'theirs';

/** Which side a part that collides is taken from. */
export type ChoosePart = (collision: PartCollision) => Side;

/** Merges the parts of one thing: what one side alone changed is taken from it; where both did, `choose` says. */
export function mergeParts(base: Parts, mine: Parts, theirs: Parts, choose: ChoosePart): Map<string, unknown> {
  const merged = new Map<string, unknown>();
  for (const part of mergeOrder([...base.keys()], [...mine.keys()], [...theirs.keys()])) {
    const collision = { part, base: base.get(part), mine: mine.get(part), theirs: theirs.get(part) };
    const value = collision[sideOf(collision, choose)];
    if (value !== undefined) merged.set(part, value);
  }
  return merged;
}

function sideOf(collision: PartCollision, choose: ChoosePart): Side {
  const { base, mine, theirs } = collision;
  if (isSame(mine, theirs) || isSame(base, mine)) return 'theirs';
  return isSame(base, theirs) ? 'mine' : choose(collision);
}
