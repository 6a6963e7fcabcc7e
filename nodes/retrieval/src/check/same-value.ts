import type { TextValue } from '../answer/find-values.ts';

/** The same figure, whatever sign it carries; a date that says less than the other's; a time on either half of the day. */
export function isSame(one: TextValue, other: TextValue): boolean {
  if (one.kind === 'date' || other.kind === 'date') {
    if (one.kind !== other.kind) return `--${one.value}` === other.value || one.value === `--${other.value}`;
    return one.value === other.value || isWithin(one.value, other.value);
  }
  if (one.kind === 'time' && other.kind === 'time') {
    return Math.abs(Number(one.value) - Number(other.value)) % 720 === 0;
  }
  if (one.kind === 'time' || other.kind === 'time') return false;
  const [a, b] = [Number(one.value), Number(other.value)];
  return a === b || (one.kind !== other.kind && (a === 100 * b || 100 * a === b));
}

/** Every part that the first names is the second's: `June` of `28 June 2025`. */
function isWithin(one: string, other: string): boolean {
  if (one.startsWith('weekday') || other.startsWith('weekday')) return false;
  const parts = other.split('-');
  return one.split('-').every((part, index) => part === '' || part === parts[index]);
}

const units: readonly (readonly [string, RegExp])[] = [
  ['second', /^[\s-]*(?:working )?(?:seconds?|secondes?)(?!\p{L})/iu],
  ['minute', /^[\s-]*minutes?(?!\p{L})/iu],
  ['hour', /^[\s-]*(?:hours?|heures?)(?!\p{L})/iu],
  ['day', /^[\s-]*(?:working )?(?:days?|jours?)(?!\p{L})/iu],
  ['week', /^[\s-]*(?:weeks?|semaines?)(?!\p{L})/iu],
  ['month', /^[\s-]*(?:months?|mois)(?!\p{L})/iu],
  ['year', /^[\s-]*(?:years?|ans?|années?)(?!\p{L})/iu],
];

/** The unit of time behind a figure; undefined for none. */
export function timeUnit({ end }: TextValue, text: string): string | undefined {
  const after = text.slice(end);
  return units.find(([, form]) => form.test(after))?.[0];
}
