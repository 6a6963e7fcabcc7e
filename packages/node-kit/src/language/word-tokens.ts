import { foldWord } from './fold-word.ts';
import { normaliseNumber } from './normalise-number.ts';

/** A word or number where it stands; `text.slice(start, end)` is how it is written (UTF-16 code units). */
export interface WordToken {
  readonly written: string;
  /** Folded by `foldWord`; of a number what `normaliseNumber` makes of it. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly isNumber: boolean;
}

/**
 * Numbers before words: thousands parted by spaces that don't break (or, but in English, by any), points or commas. Words
 * keep an apostrophe inside (`don't`); a hyphen parts them (`rendez-vous` is two).
 */
const spacedNumber = String.raw`(?<![\p{L}\p{N}])\d{1,3}(?:[SPACES]\d{3})+(?:[.,]\d+)?(?![\p{L}\p{N}])`;
const otherPatterns = String.raw`|(?<![\p{L}\p{N}])\d+(?:[.,]\d+)*(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}\p{N}]+)*`;
const anySpaces = new RegExp(spacedNumber.replace('SPACES', String.raw` \u00a0\u202f`) + otherPatterns, 'gu');
const fixedSpaces = new RegExp(spacedNumber.replace('SPACES', String.raw`\u00a0\u202f`) + otherPatterns, 'gu');

/** Articles, pronouns and conjunctions that French and Italian melt with the next word. */
const elision = /^(?:[ldjnscmt]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|dell|nell|all|sull|dall|un)['’](?=[\p{L}\p{N}])/iu;

/** The words and numbers of a text in order. Elided words (`l'`, `qu'`, `jusqu'`; both apostrophes) are tokens of their own. */
export function wordTokens(text: string, language?: string): WordToken[] {
  const tokens: WordToken[] = [];
  for (const match of text.matchAll(language === 'en' ? fixedSpaces : anySpaces)) {
    let start = match.index;
    let written = match[0];
    if (/^\d/.test(written) && !/\p{L}/u.test(written)) {
      const folded = normaliseNumber(written, language);
      tokens.push({ written, folded, start, end: start + written.length, isNumber: true });
      continue;
    }
    for (let part = elision.exec(written); part; part = elision.exec(written)) {
      const elided = part[0];
      tokens.push({
        written: elided,
        folded: foldWord(elided),
        start,
        end: start + elided.length,
        isNumber: false,
      });
      start += elided.length;
      written = written.slice(elided.length);
    }
    tokens.push({ written, folded: foldWord(written), start, end: start + written.length, isNumber: false });
  }
  return tokens;
}
