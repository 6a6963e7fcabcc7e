/** Articles tell answers apart no more than capitals do. */
const articles = new Set(['a', 'an', 'the', 'le', 'la', 'les', 'un', 'une']);

/**
 * An answer without what people don't compare: capitals, kinds of space and letters that look alike (NFKC), English and French
 * articles, punctuation. What makes a number stays (`-5`, `3.5`, `1/2`), and so do `+`, `#`, `%` and mathematical signs. An answer
 * that is nothing but articles and punctuation stays as it is.
 */
export function normaliseAnswer(answer: string): string {
  const folded = answer.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  const bare = folded
    .replaceAll(/(?<![\p{L}\p{N}])l['’](?=\p{L})/gu, '')
    .replaceAll(/\p{P}/gu, (sign: string, place: number, text: string) => (isOfNumber(sign, text, place) ? sign : ' '))
    .split(/\s+/u)
    .filter((word) => word !== '' && !articles.has(word))
    .join(' ');
  return bare === '' ? folded : bare;
}

function isOfNumber(sign: string, text: string, place: number): boolean {
  if (sign === '#' || sign === '%') return true;
  const isBeforeDigit = /\d/u.test(text[place + 1] ?? '');
  if (sign === '-') return isBeforeDigit && !/[\p{L}\p{N}]/u.test(text[place - 1] ?? '');
  return '.,/'.includes(sign) && isBeforeDigit && /\d/u.test(text[place - 1] ?? '');
}
