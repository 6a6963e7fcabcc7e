/** Characters of one text that are searched. */
const longestSearched = 200_000;

/** Text as it is compared: lower case, without accents. */
export function foldText(text: string): string {
  const cut = text.length > longestSearched ? text.slice(0, longestSearched) : text;
  const lower = cut.toLowerCase();
  // Most texts have no accents: those are not taken apart.
  return /^[\x20-\x7e\s]*$/.test(lower) ? lower : lower.normalize('NFD').replaceAll(/\p{Mark}/gu, '');
}

/** Where a place of the folded text stands in the text itself. */
export function unfoldPlace(text: string, folded: number): number {
  // Latin letters fold one to one.
  if (/^[\0-\u{24f}\u{2000}-\u{20cf}]*$/u.test(text)) return Math.min(folded, text.length);
  let length = 0;
  let at = 0;
  for (const letter of text) {
    if (length >= folded) break;
    length += foldText(letter).length;
    at += letter.length;
  }
  // Marks of the last letter belong to it.
  while (at < text.length && /\p{Mark}/u.test(text[at] ?? '')) at += 1;
  return at;
}
