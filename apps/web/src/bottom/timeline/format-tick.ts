import type { Language } from '@jacquard/flow';

/**
 * A mark of a time axis that ends at `end`, in the unit that suits them all: `400 ms`, `1.5 s`, `2:30`, `1:05:00`. Times and `step`,
 * the distance of two marks, in milliseconds.
 */
export function formatTick(at: number, step: number, end: number, language: Language): string {
  if (end < 1_000) return `${decimal(at, step < 1 ? 1 : 0, language)} ms`;
  if (end < 60_000) return `${decimal(at / 1_000, digitsOf(step), language)} s`;
  const [hours, minutes] = [Math.floor(at / 3_600_000), Math.floor(at / 60_000) % 60];
  const seconds = decimal((at % 60_000) / 1_000, digitsOf(step), language);
  const padded = /^\d(?!\d)/.test(seconds) ? `0${seconds}` : seconds;
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${padded}` : `${minutes}:${padded}`;
}

/** Digits behind the point that tell two marks apart, in seconds. */
function digitsOf(step: number): number {
  if (step >= 1_000) return 0;
  return step >= 100 ? 1 : step >= 10 ? 2 : step >= 1 ? 3 : 4;
}

function decimal(value: number, digits: number, language: Language): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );
}
