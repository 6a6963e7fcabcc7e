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

/** Energy in watt-hours: `~0.02 Wh`. It is an estimate, and says so. */
export function formatEnergy(wattHours: number, language: Language): string {
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(wattHours);
  return `~${number}\u00A0Wh`;
}
