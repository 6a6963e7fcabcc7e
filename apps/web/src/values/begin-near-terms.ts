import { markTerms } from '../knowledge/mark-terms.ts';

/** Letters that stand before the first word that was searched. */
const before = 30;
/** Where that word stands within this, the text shows from its beginning. */
const near = 80;

/** A passage from where the first of the searched words stands, since a node shows but one line of it. */
export function beginNearTerms(text: string, terms: readonly string[]): string {
  if (terms.length === 0) return text;
  const looked = text.slice(0, 4_000);
  let place = 0;
  for (const piece of markTerms(looked, terms)) {
    if (piece.isMarked) break;
    place += piece.text.length;
  }
  if (place < near || place >= looked.length) return text;
  const space = text.indexOf(' ', place - before);
  return `…${text.slice(space < 0 || space > place ? place : space + 1)}`;
}
