import type { CodePart } from './node-code.ts';
import { jsonPart } from './kind-type.ts';
import { jsonObjectPart, sameJsonPart } from './json-parts.ts';

/** A text as it is compared. */
export const plainTextPart: CodePart = {
  name: 'plainText',
  source: `/** A text as it is compared: without the space around it, and without regard to capitals. */
function plainText(text: string, ignoreCase = true): string {
  const trimmed = text.normalize('NFC').trim();
  return ignoreCase ? trimmed.toLowerCase() : trimmed;
}`,
};

/** Compares as people expect who don't think of types: as `compareValues` does. */
export const comparePart: CodePart = {
  name: 'compare',
  source: `/** Compares numbers by size, texts without the space around them and, unless told otherwise, without regard to capitals. */
function compare(left: Json | undefined, by: Comparison, right?: Json, ignoreCase = true): boolean {
  const one = plain(left, ignoreCase);
  const other = plain(right, ignoreCase);
  switch (by) {
    case 'equals':
      return isEqual(one, other);
    case 'not-equals':
      return !isEqual(one, other);
    case 'contains':
      return contains(one, other, ignoreCase);
    case 'not-contains':
      return !contains(one, other, ignoreCase);
    case 'greater':
      return order(one, other) > 0;
    case 'at-least':
      return order(one, other) >= 0;
    case 'less':
      return order(one, other) < 0;
    case 'at-most':
      return order(one, other) <= 0;
    case 'is-empty':
      return isEmpty(one);
    case 'is-not-empty':
      return !isEmpty(one);
  }
}

type Comparison =
  | 'equals'
  | 'not-equals'
  | 'contains'
  | 'not-contains'
  | 'greater'
  | 'at-least'
  | 'less'
  | 'at-most'
  | 'is-empty'
  | 'is-not-empty';

function plain(value: Json | undefined, ignoreCase: boolean): Json {
  return typeof value === 'string' ? plainText(value, ignoreCase) : (value ?? null);
}

function numberOf(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  const isNumber = typeof value === 'string' && /^[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d+)?$/i.test(value);
  return isNumber ? Number(value) : undefined;
}

function isEqual(one: Json, other: Json): boolean {
  const numbers = [numberOf(one), numberOf(other)];
  if (numbers[0] !== undefined && numbers[1] !== undefined) return numbers[0] === numbers[1];
  if (typeof one === 'boolean' && typeof other === 'string') return String(one) === other.toLowerCase();
  if (typeof other === 'boolean' && typeof one === 'string') return isEqual(other, one);
  return isSame(one, other);
}

function contains(one: Json, other: Json, ignoreCase: boolean): boolean {
  if (Array.isArray(one)) return one.some((item) => isEqual(plain(item, ignoreCase), other));
  if (isObject(one)) return Object.keys(one).some((key) => plain(key, ignoreCase) === other);
  const part = typeof other === 'object' ? JSON.stringify(other) : String(other);
  return one !== null && other !== null && String(one).includes(part);
}

function order(one: Json, other: Json): number {
  const numbers = [numberOf(one), numberOf(other)];
  if (numbers[0] !== undefined && numbers[1] !== undefined) return numbers[0] - numbers[1];
  if (typeof one !== 'string' || typeof other !== 'string') return Number.NaN;
  return one < other ? -1 : one > other ? 1 : 0;
}

function isEmpty(value: Json): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === null || value === '';
}`,
  uses: [jsonPart, plainTextPart, sameJsonPart, jsonObjectPart],
};
