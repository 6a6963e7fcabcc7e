import type { Language } from '@jacquard/flow';
import type { Answers, StepView } from '@jacquard/protocol';
import type { Translate } from '../../i18n/i18n.ts';
import { formatCount } from '../../values/format-duration.ts';

/** How many samples there are: of how many, while they come and it is known. */
export function samplesText(
  { samples }: Answers,
  progress: StepView['progress'],
  t: Translate,
  language: Language,
): string {
  const count = (number: number): string => formatCount(number, language);
  const total = progress?.total;
  if (total === undefined || (progress?.unit ?? 'samples') !== 'samples' || total < samples.size)
    return t('reasoning.samples', { count: samples.size, samples: count(samples.size) });
  return t('reasoning.samples-of', { done: count(samples.size), total: count(total) });
}
