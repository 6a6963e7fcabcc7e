import type { Language } from '@jacquard/flow';
import type { Candidates, CandidateScore } from '@jacquard/protocol';
import type { Translate } from '../../i18n/i18n.ts';
import { formatShare } from '../../values/format-share.ts';
import { formatValue } from '../format-value.ts';

/** Where the bars of scores begin and end. */
export type ScoreEnds = Pick<Candidates, 'lowest' | 'highest'>;

/** Likelihoods below that are told by their power of ten. */
const smallest = 1e-7;

/** A score as it is read at a glance: in hundredths where all are shares, those of likelihoods as fine as they need; else the number. */
export function scoreFigure({ value }: CandidateScore, { lowest, highest }: ScoreEnds, language: Language): string {
  if (lowest < 0 || highest > 1) return formatValue(value, language);
  if (highest === 1 || value === 0) return formatShare(value, language);
  if (value < smallest) return formatValue(value, language);
  return new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 }).format(value);
}

/** The same, with the counts that it is the share of, where there are some. */
export function scoreText(score: CandidateScore, ends: ScoreEnds, t: Translate, language: Language): string {
  const { right, of } = score;
  const value = scoreFigure(score, ends, language);
  if (right === undefined || of === undefined) return value;
  return t('reasoning.right-of', { value, right: formatValue(right, language), all: formatValue(of, language) });
}

/** How long its bar is, from 0 to 1. */
export function scoreShare({ value }: CandidateScore, { lowest, highest }: ScoreEnds): number {
  return highest === lowest ? 1 : (value - lowest) / (highest - lowest);
}
