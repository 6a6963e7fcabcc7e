import type { Language } from '@jacquard/flow';

/** A share of 0 to 1 as people read it: `87%`, in French `87 %`. */
export function formatShare(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
