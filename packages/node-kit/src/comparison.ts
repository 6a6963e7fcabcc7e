import { isJsonList, isJsonObject, jsonEquals, type JsonValue, type Words } from '@jacquard/flow';

/** How two values can be compared without writing code: the options of a choice port, with their labels. */
export const comparisons = {
  equals: { en: 'equals', fr: 'est égal à' },
  'not-equals': { en: 'does not equal', fr: 'n’est pas égal à' },
  contains: { en: 'contains', fr: 'contient' },
  'not-contains': { en: 'does not contain', fr: 'ne contient pas' },
  greater: { en: 'is greater than', fr: 'est supérieur à' },
  'at-least': { en: 'is at least', fr: 'est au moins' },
  less: { en: 'is less than', fr: 'est inférieur à' },
  'at-most': { en: 'is at most', fr: 'est au plus' },
  'is-empty': { en: 'is empty', fr: 'est vide' },
  'is-not-empty': { en: 'is not empty', fr: 'n’est pas vide' },
} as const satisfies Readonly<Record<string, Words>>;

export type Comparison = keyof typeof comparisons;

/**
 * Compares as people expect who don't think of types: two values that read as numbers by their size, texts without the
 * space around them and, unless told otherwise, without regard to capitals. `contains` looks for a text in a text, an
 * item in a list, a key in an object. Anything else is equal when its JSON is.
 */
export function compareValues(
  left: JsonValue | undefined,
  comparison: Comparison,
  right: JsonValue | undefined,
  { ignoreCase = true }: { readonly ignoreCase?: boolean | undefined } = {},
): boolean {
  return tests[comparison](plain(left, ignoreCase), plain(right, ignoreCase), ignoreCase);
}

const tests: Readonly<Record<Comparison, (one: JsonValue, other: JsonValue, ignoreCase: boolean) => boolean>> = {
  equals: areEqual,
  'not-equals': (one, other) => !areEqual(one, other),
  contains,
  'not-contains': (one, other, ignoreCase) => !contains(one, other, ignoreCase),
  greater: (one, other) => order(one, other) > 0,
  'at-least': (one, other) => order(one, other) >= 0,
  less: (one, other) => order(one, other) < 0,
  'at-most': (one, other) => order(one, other) <= 0,
  'is-empty': isEmpty,
  'is-not-empty': (one) => !isEmpty(one),
};

/** Negative, zero or positive; NaN, for which every comparison is false, where there is no order. */
export function order(one: JsonValue, other: JsonValue): number {
  const numbers = [comparedNumber(one), comparedNumber(other)] as const;
  if (numbers[0] !== undefined && numbers[1] !== undefined) return numbers[0] - numbers[1];
  if (typeof one === 'string' && typeof other === 'string') return one < other ? -1 : one > other ? 1 : 0;
  return Number.NaN;
}

function plain(value: JsonValue | undefined, ignoreCase: boolean): JsonValue {
  return typeof value === 'string' ? comparedText(value, ignoreCase) : (value ?? null);
}

/** A text as it is compared. */
export function comparedText(text: string, ignoreCase: boolean): string {
  const trimmed = text.normalize('NFC').trim();
  return ignoreCase ? trimmed.toLowerCase() : trimmed;
}

/** What a value is as a number, where it reads as one: it is compared by its size. */
export function comparedNumber(value: JsonValue): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(value)
    ? Number(value)
    : undefined;
}

function areEqual(one: JsonValue, other: JsonValue): boolean {
  const numbers = [comparedNumber(one), comparedNumber(other)] as const;
  if (numbers[0] !== undefined && numbers[1] !== undefined) return numbers[0] === numbers[1];
  if (typeof one === 'boolean' && typeof other === 'string') return String(one) === other.toLowerCase();
  if (typeof other === 'boolean' && typeof one === 'string') return areEqual(other, one);
  return jsonEquals(one, other);
}

function contains(one: JsonValue, other: JsonValue, ignoreCase: boolean): boolean {
  if (isJsonList(one)) return one.some((item) => areEqual(plain(item, ignoreCase), other));
  if (isJsonObject(one)) return Object.keys(one).some((key) => plain(key, ignoreCase) === other);
  return (
    one !== null &&
    other !== null &&
    String(one).includes(typeof other === 'object' ? JSON.stringify(other) : String(other))
  );
}

function isEmpty(value: JsonValue): boolean {
  if (isJsonList(value)) return value.length === 0;
  if (isJsonObject(value)) return Object.keys(value).length === 0;
  return value === null || value === '';
}
