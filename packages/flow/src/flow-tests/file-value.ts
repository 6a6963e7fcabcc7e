import { isJsonList, isJsonObject } from '../json-equals.ts';
import type { JsonValue } from '../json.ts';

/**
 * What a value of a test's file stands for: `{lines}` is a text, one string a line, so that it diffs line by line; `{value}` is JSON as
 * it is; anything else is itself.
 */
export function readFileValue(value: JsonValue): JsonValue {
  if (!isJsonObject(value) || Object.keys(value).length !== 1) return value;
  if (value['value'] !== undefined) return value['value'];
  const { lines } = value;
  return isTextList(lines) ? lines.join('\n') : value;
}

/** The form that a value has in a test's file. `readFileValue` gives it back. */
export function writeFileValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.includes('\n') ? { lines: value.split('\n') } : value;
  return readFileValue(value) === value ? value : { value };
}

/** Of each value of a record. */
export function readFileValues(values: Readonly<Record<string, JsonValue>>): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readFileValue(value)]));
}

/** Of each value of a record. */
export function writeFileValues(values: Readonly<Record<string, JsonValue>>): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, writeFileValue(value)]));
}

/** A text as a test's file holds it. */
export function readFileText(text: string | { readonly lines: readonly string[] }): string {
  return typeof text === 'string' ? text : text.lines.join('\n');
}

function isTextList(value: JsonValue | undefined): value is readonly string[] {
  return isJsonList(value) && value.every((item) => typeof item === 'string');
}
