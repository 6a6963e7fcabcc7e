/** A part of a text, in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A text with only what counts when words are compared, and where each of its code units stood in the original. */
interface Letters {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** How many letters must agree before parts of a quotation are taken for it. */
const seed = 16;

/**
 * Finds words that were quoted in a text that was laid out otherwise: white space, hyphens, punctuation, case, accents and
 * ligatures don't count. What doesn't stand there as a whole (the quotation goes on on the next page, or repeats a table's
 * header) is found in parts of at least 16 letters. Ranges are in order; none where nothing agrees.
 */
export function findQuotation(text: string, quotation: string): readonly TextRange[] {
  const there = lettersOf(text);
  const asked = lettersOf(quotation).text;
  if (asked === '') return [];
  const whole = there.text.indexOf(asked);
  if (whole >= 0) return [rangeOf(there, whole, whole + asked.length)];
  return merge(partsOf(there.text, asked)).map(({ start, end }) => rangeOf(there, start, end));
}

function lettersOf(text: string): Letters {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of text) {
    const end = offset + character.length;
    if (/^\p{M}$/u.test(character) && ends.length > 0) ends[ends.length - 1] = end;
    for (const letter of character.normalize('NFKD').toLowerCase()) {
      if (!/[\p{L}\p{N}]/u.test(letter)) continue;
      letters.push(letter);
      for (let unit = 0; unit < letter.length; unit += 1) {
        starts.push(offset);
        ends.push(end);
      }
    }
    offset = end;
  }
  return { text: letters.join(''), starts, ends };
}

function rangeOf({ starts, ends }: Letters, from: number, to: number): TextRange {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
}

/** The longest parts of `asked` that stand in `text`, greedily from its beginning; each is looked for after the last one first. */
function partsOf(text: string, asked: string): readonly TextRange[] {
  const parts: TextRange[] = [];
  let from = 0;
  while (from + seed <= asked.length) {
    const wanted = asked.slice(from, from + seed);
    const after = text.indexOf(wanted, parts.at(-1)?.end ?? 0);
    const start = after >= 0 ? after : text.indexOf(wanted);
    if (start < 0) {
      from += 1;
      continue;
    }
    let length = seed;
    while (from + length < asked.length && text[start + length] === asked[from + length]) length += 1;
    parts.push({ start, end: start + length });
    from += length;
  }
  return parts;
}

/** Joins what overlaps or nearly meets. */
function merge(parts: readonly TextRange[]): readonly TextRange[] {
  const merged: TextRange[] = [];
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && part.start - last.end <= 3)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, part.end) };
    else merged.push(part);
  }
  return merged;
}
