/** A piece of a text, marked or not. */
export interface MarkedPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

const word = /[\p{L}\p{N}]+/gu;

/**
 * Cuts a text into pieces and marks the words that were asked, in any inflection: accents and case don't count, and a word
 * is the same when most of it is (`borrow`, `borrowed`). Search itself stems by language; this only shows people where.
 */
export function markTerms(text: string, terms: readonly string[]): readonly MarkedPiece[] {
  const asked = terms.flatMap((term) => [...term.matchAll(word)].map(([found]) => fold(found)));
  const pieces: MarkedPiece[] = [];
  let end = 0;
  const add = (to: number, isMarked: boolean): void => {
    if (to > end) pieces.push({ text: text.slice(end, to), isMarked });
    end = to;
  };
  for (const match of text.matchAll(word)) {
    const folded = fold(match[0]);
    if (!asked.some((term) => isSameWord(term, folded))) continue;
    add(match.index, false);
    add(match.index + match[0].length, true);
  }
  add(text.length, false);
  return pieces;
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const longer = Math.max(a.length, b.length);
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a[shared] === b[shared]) shared += 1;
  return shared >= Math.max(4, Math.ceil(longer * 0.7));
}
