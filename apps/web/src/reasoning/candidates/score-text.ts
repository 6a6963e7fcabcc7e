import type { Language } from '@jacquard/flow';
import type { Candidates, CandidateScore } from '@jacquard/protocol';
import type { Translate } from '../../i18n/i18n.ts';
import { formatShare } from '../../values/format-share.ts';
import { formatValue } from '../format-value.ts';

/** Where the bars of scores begin and end. */
export type ScoreEnds = Pick<Candidates, 'lowest' | 'highest'>;

/** A score as it is read at a glance: in hundredths where all are shares, else the number, as of likelihoods. */
export function scoreFigure({ value }: CandidateScore, { lowest, highest }: ScoreEnds, language: Language): string {
  return lowest === 0 && highest === 1 ? formatShare(value, language) : formatValue(value, language);
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
