import type { Quotation } from '@jacquard/node-kit';
import { isSame } from '../check/same-value.ts';
import { stripLead } from '../check/strip-lead.ts';
import { findValues } from './find-values.ts';
import type { WordReader } from './word-reader.ts';
import { holdsWord, wordSet } from './word-set.ts';

/** The least share of a sentence's words that a quotation must hold, and how near the best one another must come. */
const least = 0.25;
const nearBest = 0.85;

/** Numbers of the quotations that a sentence stands on, at most two, the best first: by the words and figures that they share. */
export function findSources(
  sentence: string,
  quotations: readonly Quotation[],
  language: string,
  reader: WordReader,
): number[] {
  const bare = stripLead(sentence);
  const words = reader.words(bare, language).filter(({ isLight }) => !isLight);
  const values = findValues(bare, language);
  const total = words.length + values.length;
  if (total === 0) return quotations.slice(0, 1).map(({ number }) => number);
  const shares = quotations.map(({ number, text, passage }) => {
    const theirs = passage.metadata.language === 'und' ? language : passage.metadata.language;
    const set = wordSet(reader.words(text, theirs));
    const figures = findValues(text, theirs);
    const held = words.filter((word) => holdsWord(set, word) > 0).length;
    const same = values.filter((value) => figures.some((other) => isSame(value, other))).length;
    return { number, share: (held + same) / total };
  });
  const best = Math.max(0, ...shares.map(({ share }) => share));
  return shares
    .filter(({ share }) => share >= least && share >= best * nearBest)
    .toSorted((one, other) => other.share - one.share)
    .slice(0, 2)
    .map(({ number }) => number);
}
