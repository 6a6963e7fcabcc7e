/** A part of a sentence: `text.slice(start, end)`. */
export interface ClauseSpan {
  readonly start: number;
  readonly end: number;
}

const breaks =
  /[,;:()–—|]|(?<!\p{L})(?:and|but|while|whereas|unless|except|if|provided|because|et|mais|tandis|sauf|si|hormis|excepté|car|parce|pourvu)(?!\p{L})|(?<!\p{L})à moins(?!\p{L})/giu;

/** Words that join what may be parts of one clause (`smoking and vaping are …`) as well as clauses. */
const joins = /^(?:,?\s*(?:and|et)(?!\p{L})|[,|–—])/iu;
const content =
  /(?<!\p{L})(?!(?:only|also|then|with|from|that|this|each|seulement|aussi|pour|avec|dans)(?!\p{L}))\p{L}{4,}/giu;

/**
 * Where the clauses of a sentence stand: cut at signs, conjunctions and words that begin a condition. A part that is too
 * short to say anything of its own, joined by `and` or a comma, stays with the one before. Commas within numbers part nothing.
 */
export function clauseSpans(text: string): ClauseSpan[] {
  const cuts = [...text.matchAll(breaks)]
    .filter(({ index }) => !(/\d/.test(text[index - 1] ?? '') && /\d/.test(text[index + 1] ?? '')))
    .map(({ index }) => index);
  const spans: { start: number; end: number }[] = [];
  for (const [place, start] of [0, ...cuts].entries()) {
    const end = cuts[place] ?? text.length;
    const last = spans.at(-1);
    if (!/[\p{L}\p{N}]/u.test(text.slice(start, end))) continue;
    if (
      last &&
      joins.test(text.slice(start, end)) &&
      (isBare(text, last) || isBare(text, { start, end }, text.slice(last.start, last.end)))
    )
      last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

const range = /(?<!\p{L})(?:between|from|entre|de)(?!\p{L})[^,;]*$/iu;

/** Without a long word, or without a figure, a negation or a second long word. */
function isBare(text: string, { start, end }: ClauseSpan, before = ''): boolean {
  const part = text.slice(start, end);
  const words = part.replace(/^\W*(?:and|et)(?!\p{L})/iu, '').match(content)?.length ?? 0;
  if (words === 0) return !/\d/.test(part) || range.test(before);
  if (/\d|(?<!\p{L})(?:not|no|never|nor|ne|pas|ni|sans|without)(?!\p{L})/iu.test(part)) return false;
  return words < 2;
}
