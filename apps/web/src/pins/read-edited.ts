import { scanJson, valueFits, type JsonValue, type Kind } from '@jacquard/flow';

/** What a person has written for a port: a value of its kind, or why it is none. */
export type EditedValue =
  | { readonly value: JsonValue }
  | { readonly problem: { readonly code: string; readonly params: Readonly<Record<string, JsonValue>> } };

/** A text is written as it is; every other value as JSON. */
export function isWrittenPlainly(kind: Kind, value: JsonValue): boolean {
  return (kind.kind === 'text' || kind.kind === 'choice') && typeof value === 'string';
}

/** The value as the editor shows it. */
export function textToEdit(kind: Kind, value: JsonValue): string {
  return isWrittenPlainly(kind, value) && typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** Reads what was written back, held against the port's kind. */
export function readEdited(text: string, kind: Kind, isPlain: boolean): EditedValue {
  const read = isPlain ? { value: text } : readJson(text);
  if ('problem' in read) return read;
  const misfit = valueFits(read.value, kind);
  return misfit === undefined ? read : { problem: { code: misfit.code, params: misfit.params } };
}

function readJson(text: string): EditedValue {
  const scanned = scanJson(text);
  if (scanned.ok) return { value: scanned.value as JsonValue }; // boundary: it was parsed from JSON
  const { line, column, found } = scanned;
  return { problem: { code: 'json-invalid', params: { line, column, ...(found !== '' && { found }) } } };
}
