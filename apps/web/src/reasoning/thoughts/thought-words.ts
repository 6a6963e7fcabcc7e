import type { Language } from '@jacquard/flow';
import type { Thought } from '@jacquard/protocol';
import type { Translate } from '../../i18n/i18n.ts';
import { formatValue } from '../format-value.ts';

const prunings = ['value', 'vote', 'person', 'threshold', 'backtrack'] as const;

/** How a thought stands, in a few words; undefined where nothing is chosen. */
export function stateWords({ state, prunedBy, isOnPath }: Thought, t: Translate): string | undefined {
  if (state === 'pruned') {
    const by = prunings.find((one) => one === prunedBy);
    return by ? t(`reasoning.pruned-${by}`) : t('reasoning.pruned');
  }
  if (isOnPath) return t('reasoning.on-path');
  return state === 'plain' ? undefined : t(`reasoning.${state}`);
}

/** A thought as it is read aloud: its text, what it is worth, how it stands. */
export function thoughtName(thought: Thought, t: Translate, language: Language): string {
  const { text, value } = thought;
  const start = text.trim().slice(0, 160) || t('reasoning.empty-text');
  const worth = value !== undefined && t('reasoning.worth', { value: formatValue(value, language) });
  return [start, worth, stateWords(thought, t)].filter((part) => typeof part === 'string').join(', ');
}

/** How a value stands among the others, from 0 to 1: the best is 1, nothing or the least is 0. */
export function worthOf(value: number, best: number | undefined): number {
  if (best === undefined || best === 0) return 0;
  if (best < 0) return value === best ? 1 : 0;
  return Math.min(1, Math.max(0, value / best));
}
