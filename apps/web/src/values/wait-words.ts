import type { Language, ModelWait } from '@jacquard/flow';
import type { Translate } from '../i18n/i18n.ts';
import { formatCount } from './format-duration.ts';
import { formatShare } from './format-share.ts';

/** What a call of a model waits for, in words; `measure` is the part that changes often, where there is one. */
export interface WaitWords {
  readonly text: string;
  readonly measure?: string | undefined;
}

/** See {@link WaitWords}: “Reads the prompt” and “640 of 2,300 tokens”. */
export function waitWords(wait: ModelWait, t: Translate, language: Language): WaitWords {
  const count = (tokens: number): string => formatCount(tokens, language);
  switch (wait.for) {
    case 'model':
      return {
        text: t('pins.wait-model'),
        measure: wait.share === undefined || wait.share === 0 ? undefined : formatShare(wait.share, language),
      };
    case 'turn':
      return { text: t('pins.wait-turn'), measure: placeWords(wait, t, language) };
    case 'prompt':
      return {
        text: t('pins.wait-prompt'),
        measure: t('pins.wait-tokens', { done: count(wait.done), total: count(wait.total), count: wait.total }),
      };
    case 'answer':
      return { text: t('pins.wait-answer') };
    default:
      return { text: t('pins.wait-end') };
  }
}

/** How many are before it, and about how long that takes, where it is known. */
function placeWords(
  { before, seconds }: Extract<ModelWait, { for: 'turn' }>,
  t: Translate,
  language: Language,
): string {
  const place = t('pins.wait-before', { count: before });
  if (seconds === undefined) return place;
  const time =
    seconds < 90 ? `${formatCount(seconds, language)} s` : `${formatCount(Math.round(seconds / 60), language)} min`;
  return t('pins.wait-about', { place, time });
}
