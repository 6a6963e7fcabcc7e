import { foldWord, type CitedAnswer } from '@jacquard/node-kit';
import type { ReadPassage } from './read-passages.ts';
import type { UnitScore } from './score-unit.ts';

const totals =
  /\b(?:altogether|in total|in all|overall|total|sum|average|on average|all together|how many (?:\w+ ){1,4}(?:are|were) (?:there|listed)|en tout|au total|total|somme|moyenne|en moyenne|ensemble)\b/;

/** Whether a question asks for a count or a total: what only all rows of a table could tell. */
export function asksForTotal(question: string): boolean {
  return totals.test(foldWord(question.slice(0, 2_000)));
}

/**
 * How many rows of a table the passages hold, of how many it has. Undefined where the best place is no table: nothing is
 * counted or summed here, so that no figure is made up from a part of the rows.
 */
export function countRows(passages: readonly ReadPassage[], best: UnitScore | undefined): CitedAnswer['rows'] {
  const table = best?.unit.read.passage.metadata.table;
  if (!best || !table || best.unit.kind !== 'row') return undefined;
  const { document, source } = best.unit.read.passage.metadata;
  const rows = new Set<number>();
  for (const { passage } of passages) {
    const { metadata } = passage;
    if (metadata.document !== document || metadata.source !== source || metadata.table?.name !== table.name) continue;
    for (let row = metadata.table?.firstRow ?? 0; row <= (metadata.table?.lastRow ?? -1); row += 1) rows.add(row);
  }
  return { read: Math.min(rows.size, table.total), total: table.total };
}
