import type { InputPort, Language } from '@jacquard/flow';
import type { Translate } from '../i18n/i18n.ts';

const units = ['characters', 'tokens', 's', 'words', 'rows', 'passages', 'usd-per-million-tokens'] as const;
type Unit = (typeof units)[number];

/** A unit in the reader's language; one that isn't known as it is written. */
export function unitWord(unit: string, t: Translate): string {
  return isKnownUnit(unit) ? t(`editing.unit-${unit}`) : unit;
}

function isKnownUnit(unit: string): unit is Unit {
  return (units as readonly string[]).includes(unit);
}

/** What a number may be, in words: `From 0 to 2`, `A whole number, at least 1`. Undefined without bounds. */
export function boundsHint({ min, max, integer }: InputPort, t: Translate, language: Language): string | undefined {
  const figure = (value: number): string => new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
  const bounds =
    min !== undefined && max !== undefined
      ? t('editing.bounds-both', { min: figure(min), max: figure(max) })
      : min !== undefined
        ? t('editing.bounds-least', { min: figure(min) })
        : max !== undefined
          ? t('editing.bounds-most', { max: figure(max) })
          : undefined;
  if (integer !== true) return bounds;
  return bounds === undefined ? t('editing.bounds-whole') : t('editing.bounds-whole-and', { bounds });
}
