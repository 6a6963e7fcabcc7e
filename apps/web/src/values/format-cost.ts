import type { Language } from '@jacquard/flow';

/** What a step cost, in US dollars, to the digits that say something: `$0.0012`, `$3.40`. */
export function formatMoney(dollars: number, language: Language): string {
  const isSmall = dollars > 0 && dollars < 0.1;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    ...(isSmall ? { maximumSignificantDigits: 2 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  }).format(dollars);
}

/** What is known of energy: watt-hours, and whether they were measured. */
export interface Energy {
  readonly energy?: number | undefined;
  readonly energyEstimated?: boolean | undefined;
}

/** Energy in watt-hours, to the digits that say something: `0.021 Wh`; an estimate has `≈` before it. Empty where none is known. */
export function formatEnergy({ energy, energyEstimated }: Energy, language: Language): string {
  if (energy === undefined) return '';
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(energy);
  return `${energyEstimated === true ? '≈\u00A0' : ''}${number}\u00A0Wh`;
}
