import type { Passage } from '@jacquard/flow';
import type { SearchOptions } from '@jacquard/node-kit';
import type { RankedPassage } from './rank-passages.ts';

/** Unless told how many, passages of so many characters together… */
const defaultCharacters = 4_000;
/** …but never more than so many. */
const mostByDefault = 16;

/**
 * The best passages in order: `top` of them, or as many as make up 4,000 characters, at least one. What would go beyond is left
 * out, and a shorter one after it may still fit. Each has its match in its metadata.
 */
export function takeBest(
  ranked: readonly RankedPassage[],
  { top, threshold = 0 }: Pick<SearchOptions, 'top' | 'threshold'>,
  read: (number: number) => Passage,
): Passage[] {
  const taken: Passage[] = [];
  let characters = 0;
  for (const { number, match } of ranked.slice(0, top ?? 3 * mostByDefault)) {
    if (match.score < threshold || taken.length >= (top ?? mostByDefault)) break;
    const passage = read(number);
    if (top === undefined && taken.length > 0 && characters + passage.pageContent.length > defaultCharacters) continue;
    characters += passage.pageContent.length;
    taken.push({ ...passage, metadata: { ...passage.metadata, match: { ...match, rank: taken.length + 1 } } });
  }
  return taken;
}
