import type { Language } from '@jacquard/flow';

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** How long ago something was, as people say it: `3 minutes ago`, `yesterday`; a date after a week. Both in milliseconds. */
export function formatAgo(at: number, now: number, language: Language): string {
  const seconds = Math.max(0, (now - at) / 1000);
  if (seconds > 7 * 86_400) return new Date(at).toLocaleDateString(language, { dateStyle: 'medium' });
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [unit, length] = units.find(([, size]) => seconds >= size) ?? ['second', 60];
  return format.format(-Math.floor(seconds / length), unit);
}
