import { diffParts } from '../difference/diff-flows.ts';
import type { Parts } from '../difference/flow-parts.ts';
import { mergeOrder } from './merge-order.ts';
import { mergeParts, type ChoosePart, type PartCollision, type Side } from './merge-parts.ts';

export type Items = ReadonlyMap<string, Parts>;

/** The same things in three states of a flow. */
export interface ThreeItems {
  readonly base: Items;
  readonly mine: Items;
  readonly theirs: Items;
}

/** What merging asks while it goes over the things of one kind. */
export interface ItemChoices {
  readonly part: (id: string, collision: PartCollision) => Side;
  /** `by` deleted what the other side has changed: whose doing stands? */
  readonly deletion: (id: string, by: Side) => Side;
}

/** Merges nodes, places, notes or groups, thing by thing. */
export function mergeItems({ base, mine, theirs }: ThreeItems, choices: ItemChoices): Map<string, Parts> {
  const merged = new Map<string, Parts>();
  for (const id of mergeOrder([...base.keys()], [...mine.keys()], [...theirs.keys()])) {
    const [was, own, other] = [base.get(id), mine.get(id), theirs.get(id)];
    const choose: ChoosePart = (collision) => choices.part(id, collision);
    const left =
      own && other
        ? mergeParts(was ?? new Map(), own, other, choose)
        : leftOf(was, own ?? other, () => choices.deletion(id, own ? 'theirs' : 'mine') === (own ? 'mine' : 'theirs'));
    if (left) merged.set(id, left);
  }
  return merged;
}

/** What only one side has: it is new, or the other side has deleted it. */
function leftOf(was: Parts | undefined, left: Parts | undefined, isKept: () => boolean): Parts | undefined {
  return was === undefined || isKept() ? left : undefined;
}

/** True when a thing is another than it was, or is new. */
export function isChanged(was: Parts | undefined, now: Parts | undefined): boolean {
  return was === undefined || now === undefined || diffParts(was, now).length > 0;
}
