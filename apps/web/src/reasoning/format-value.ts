import type { Language } from '@jacquard/flow';

/** A weight, value or score as it is read at a glance: `4`, `0.85`, `1,204`; very small ones by their power. */
export function formatValue(value: number, language: Language): string {
  const size = Math.abs(value);
  if (size >= 1e9 || (size !== 0 && size < 0.001)) return value.toExponential(1);
  return new Intl.NumberFormat(language, { maximumFractionDigits: size < 1 ? 3 : 2 }).format(value);
}
