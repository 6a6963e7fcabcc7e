/** What follows a hyphen that belongs to the word, at a line's end as anywhere: pronouns after French verbs, and the like. */
const keptAfter =
  /^(?:je|tu|ils?|elles?|on|nous|vous|ils|ce|ci|là|le|la|les|lui|leur|moi|toi|en|y|t|être|même|mêmes|dire|vous)(?![\p{L}])/u;

/**
 * Joins two lines of a paragraph. A hyphen at the end of the first goes when the word was cut there: a small letter follows,
 * and `known` (words met elsewhere in the document, in small letters) doesn't hold the word with its hyphen.
 */
export function joinLines(first: string, second: string, known: ReadonlySet<string>): string {
  const start = /(\p{L}+)[-\u2010\u00ad]$/u.exec(first)?.[1];
  const rest = /^\p{Ll}+/u.exec(second)?.[0];
  if (start === undefined || rest === undefined)
    return /[\u2010-]$/.test(first) && /^\p{L}/u.test(second) ? first + second : `${first} ${second}`;
  const isCompound = keptAfter.test(second) || known.has(`${start}-${rest}`.toLowerCase());
  return isCompound && !first.endsWith('\u00ad') ? first + second : first.slice(0, -1) + second;
}

/** Adds the words with a hyphen inside that a line holds. */
export function collectCompounds(line: string, known: Set<string>): void {
  for (const [word] of line.matchAll(/\p{L}+(?:-\p{L}+)+/gu)) known.add(word.toLowerCase());
}
