import type { Language } from '@jacquard/flow';
import type { Usage } from '@jacquard/protocol';
import type { Translate } from '../i18n/i18n.ts';
import { formatEnergy, formatMoney } from '../values/format-cost.ts';
import { formatCount } from '../values/format-duration.ts';

/** What a run or a step used: tokens, cost, energy, as far as known; empty where nothing is. */
export function usageText(usage: Usage | undefined, t: Translate, language: Language): string {
  const { inputTokens, outputTokens, cost, energy } = usage ?? {};
  const isCounted = inputTokens !== undefined || outputTokens !== undefined;
  const tokens = { input: formatCount(inputTokens ?? 0, language), output: formatCount(outputTokens ?? 0, language) };
  return [
    isCounted ? t('panels.tokens', tokens) : '',
    cost === undefined ? '' : formatMoney(cost, language),
    energy === undefined ? '' : formatEnergy(energy, language),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What the steps so far used together; times aside. */
export function sumUsage(parts: Iterable<Usage | undefined>): Usage {
  const sum: { -readonly [Key in 'inputTokens' | 'outputTokens' | 'cost' | 'energy']?: number } = {};
  for (const usage of parts) {
    for (const key of ['inputTokens', 'outputTokens', 'cost', 'energy'] as const) {
      const value = usage?.[key];
      if (value !== undefined) sum[key] = (sum[key] ?? 0) + value;
    }
  }
  return sum;
}
