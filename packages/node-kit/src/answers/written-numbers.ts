import { normaliseNumber } from '../language/normalise-number.ts';

const thousands = String.raw`\d{1,3}(?:(?:,\d{3})+|(?:[\u0020\u00a0\u202f]\d{3})+|(?:['’]\d{3})+|(?:\.\d{3}){2,})(?!\d)(?:[.,]\d+)?`;
const plain = String.raw`(?:\d+(?:[.,]\d+)?|\.\d+)(?:[eE][+-]?\d+)?`;
const unsigned = `(?:${thousands}|${plain})`;
/** A minus after a number or a bracket takes away; before a number it is its sign, also before a currency: `-$5`. */
const signed = String.raw`(?:(?<![\p{L}\p{N})\]}]|[\p{N})\]}][ \t])[-−+](?:[$€£¥][ \t]?)?)?(?<!\d)${unsigned}`;
const fraction = String.raw`(?:[ \t]?/[ \t]?(?:${unsigned})(?![ \t]?/[ \t]?\d))?`;
const written = new RegExp(`${signed}${fraction}`, 'gu');

/** The last number of a text as it is written, with its sign, or a fraction: `-1,234.5`, `3/4`. */
export function lastNumberIn(text: string): string | undefined {
  return [...text.matchAll(written)].at(-1)?.[0].replaceAll(/[$€£¥]\s?/gu, '');
}

/**
 * All numbers of a text by their value. `1,234`, `1 234` and `1.234.567` separate thousands, `1,5` and `0,125` hold a decimal comma,
 * `3/4` is 0.75; currencies, percent signs and words count for nothing.
 */
export function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(written)].map(([number]) => valueOf(number)).filter((value) => Number.isFinite(value));
}

function valueOf(number: string): number {
  const [above = '', below] = number.split('/');
  return below === undefined ? plainValue(above) : plainValue(above) / plainValue(below);
}

function plainValue(number: string): number {
  const bare = number
    .replaceAll(/[$€£¥]/gu, '')
    .replaceAll('−', '-')
    .trim();
  const sign = bare.startsWith('-') ? -1 : 1;
  const digits = bare.replace(/^[-+]\s*/u, '');
  // A comma before three digits separates thousands, but not after a zero: no one writes 0,125 for 125.
  const isDecimal = /^0,\d+$/u.test(digits);
  return sign * Number(normaliseNumber(digits, isDecimal ? undefined : 'en'));
}
