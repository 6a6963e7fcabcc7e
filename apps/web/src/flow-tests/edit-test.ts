import { readFileText, readFileValue, type FlowTestDocument, type JsonValue, type TestCase } from '@jacquard/flow';

/** The test without a case. */
export function withoutCase(test: FlowTestDocument, name: string): FlowTestDocument {
  return { ...test, cases: (test.cases ?? []).filter((one) => one.name !== name) };
}

/** The test with a case in another's place, or behind all others. */
export function withCase(test: FlowTestDocument, before: string | undefined, one: TestCase): FlowTestDocument {
  const cases = test.cases ?? [];
  if (before === undefined) return { ...test, cases: [...cases, one] };
  return { ...test, cases: cases.map((other) => (other.name === before ? one : other)) };
}

/** A value as a field holds it: a text as it is, anything else as JSON. */
export function fieldText(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  const read = readFileValue(value);
  return typeof read === 'string' ? read : JSON.stringify(read, undefined, 2);
}

/** A text of a file as a field holds it; a column of a dataset isn't one. */
export function textOf(
  text: string | { readonly lines: readonly string[] } | { readonly column: string } | undefined,
): string {
  if (text === undefined) return '';
  return typeof text === 'object' && 'column' in text ? `{${text.column}}` : readFileText(text);
}

/** What a person wrote into a field: JSON where it is JSON and the value isn't a text, else the text. */
export function fieldValue(text: string, isText: boolean): JsonValue {
  if (isText) return text;
  try {
    return JSON.parse(text) as JsonValue; // boundary: what JSON has read is JSON
  } catch {
    return text;
  }
}
