import type { Language } from '@jacquard/flow';

const formats = new Map<string, Intl.NumberFormat>();

function format(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language}${digits}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, made);
  return made;
}

/** A time in milliseconds as people read it: `31 ms`, `2.4 s`, `3 min 05 s`. */
export function formatDuration(milliseconds: number, language: Language): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${format(language, 1).format(seconds)} s`;
  const rest = Math.floor(seconds % 60);
  return `${Math.floor(seconds / 60)} min ${String(rest).padStart(2, '0')} s`;
}

/** A whole number with its groups: `1,204`. */
export function formatCount(count: number, language: Language): string {
  return format(language, 0).format(count);
}
