import type { Language } from '@jacquard/flow';
import type { Usage } from '@jacquard/protocol';
import type { Translate } from '../i18n/i18n.ts';
import { energyText } from '../values/energy-text.ts';
import { formatEnergy, formatMoney } from '../values/format-cost.ts';
import { formatCount } from '../values/format-duration.ts';

/**
 * What a run or a step used: tokens, cost, energy, as far as known; empty where nothing is. In a list of many, `isShort`
 * leaves the word "estimated" to the sign `≈`.
 */
export function usageText(usage: Usage | undefined, t: Translate, language: Language, isShort = false): string {
  const { inputTokens, outputTokens, cost } = usage ?? {};
  const isCounted = inputTokens !== undefined || outputTokens !== undefined;
  const tokens = { input: formatCount(inputTokens ?? 0, language), output: formatCount(outputTokens ?? 0, language) };
  return [
    isCounted ? t('panels.tokens', tokens) : '',
    cost === undefined ? '' : formatMoney(cost, language),
    isShort ? formatEnergy(usage ?? {}, language) : energyText(usage ?? {}, t, language),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What steps or runs used together; times aside. Energy of which a part is estimated is an estimate. */
export function sumUsage(parts: Iterable<Usage | undefined>): Usage {
  const sum: { -readonly [Key in keyof Usage]: Usage[Key] } = {};
  for (const usage of parts) {
    for (const key of ['inputTokens', 'outputTokens', 'cost', 'energy'] as const) {
      const value = usage?.[key];
      if (value !== undefined) sum[key] = (sum[key] ?? 0) + value;
    }
    if (usage?.energyEstimated === true) sum.energyEstimated = true;
  }
  return sum;
}
