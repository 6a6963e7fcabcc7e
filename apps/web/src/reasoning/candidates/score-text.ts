import type { Language } from '@jacquard/flow';
import type { CandidateScore } from '@jacquard/protocol';
import type { Translate } from '../../i18n/i18n.ts';
import { formatShare } from '../../values/format-share.ts';
import { formatValue } from '../format-value.ts';

/** A score as it is read: a share in hundredths where all are shares, else the number; with its counts where there are some. */
export function scoreText(
  { value, right, of }: CandidateScore,
  highest: number,
  t: Translate,
  language: Language,
): string {
  const isShare = highest <= 1 && value >= 0;
  const text = isShare ? formatShare(value, language) : formatValue(value, language);
  if (right === undefined || of === undefined) return text;
  return t('reasoning.right-of', {
    value: text,
    right: formatValue(right, language),
    all: formatValue(of, language),
  });
}
