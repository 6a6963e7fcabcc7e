import type { Language } from '@jacquard/flow';

/** A chance of 0 to 1 as people read it: `87%`, `3.4%`, `< 0.1%`. */
export function formatChance(chance: number, language: Language): string {
  const percent = (value: number, digits: number): string =>
    new Intl.NumberFormat(language, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
  if (chance === 0) return percent(0, 0);
  if (chance < 0.001) return `< ${percent(0.001, 1)}`;
  if (chance < 0.1) return percent(chance, 1);
  return chance < 1 && chance > 0.99 ? `> ${percent(0.99, 0)}` : percent(chance, 0);
}
