import { jsonFits } from './json-fits.ts';
import { isJsonList, isJsonObject } from './json-equals.ts';
import type { JsonValue } from './json.ts';
import type { Kind } from './kind.ts';

/** Why a value isn't one of its kind: code and params, without node and port. */
export interface ValueMisfit {
  readonly code: 'value-wrong-kind' | 'value-off-schema' | 'value-not-an-option' | 'value-not-json';
  readonly params: Readonly<Record<string, JsonValue>>;
}

/**
 * Checks that a value is one of `kind`: the executor asks it of every output. It walks a value once, without building
 * anything, so that large ones are cheap. Values of components are not data: they don't fit here.
 */
export function valueFits(value: unknown, kind: Kind): ValueMisfit | undefined {
  switch (kind.kind) {
    case 'text':
      return typeof value === 'string' ? undefined : wrong(value, kind);
    case 'number':
      return Number.isFinite(value) ? undefined : wrong(value, kind);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrong(value, kind);
    case 'choice':
      return choiceFits(value, kind);
    case 'list':
      return Array.isArray(value) ? firstMisfit(value, (item) => valueFits(item, kind.of)) : wrong(value, kind);
    case 'any':
    case 'variable':
      return isJson(value) ? undefined : notJson(value);
    case 'json':
      return jsonKindFits(value, kind);
    default:
      return shapeFits(value, kind);
  }
}

/** True for what JSON can hold (RFC 8259): no undefined, functions, instances of classes, NaN, or cycles. */
export function isJson(value: unknown, depth = 0): value is JsonValue {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > 500) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (!isJson(item, depth + 1)) return false;
    return true;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const item of Object.values(value)) if (!isJson(item, depth + 1)) return false;
  return true;
}

function choiceFits(value: unknown, kind: Kind & { kind: 'choice' }): ValueMisfit | undefined {
  if (typeof value !== 'string') return wrong(value, kind);
  if (kind.options === undefined || kind.options.includes(value)) return undefined;
  return { code: 'value-not-an-option', params: { value: value.slice(0, 200), options: kind.options.slice(0, 50) } };
}

function jsonKindFits(value: unknown, kind: Kind & { kind: 'json' }): ValueMisfit | undefined {
  if (!isJson(value)) return notJson(value);
  const mismatch = kind.schema === undefined ? undefined : jsonFits(value, kind.schema);
  return mismatch && { code: 'value-off-schema', params: { place: mismatch.place || '/', keyword: mismatch.keyword } };
}

function shapeFits(value: unknown, kind: Kind): ValueMisfit | undefined {
  const shape = Object.hasOwn(shapes, kind.kind) ? shapes[kind.kind] : undefined;
  return shape?.(value) ? undefined : wrong(value, kind);
}

type JsonRecord = { readonly [key: string]: JsonValue };

const shapes: Readonly<Partial<Record<Kind['kind'], (value: unknown) => boolean>>> = {
  table: isTable,
  documents: (value) => isListOf(value, isDocument),
  passages: (value) => isListOf(value, isDocument),
  messages: (value) => isListOf(value, isMessage),
  file: isFile,
  image: isFile,
  embedding: (value) => Array.isArray(value) && value.every((item) => Number.isFinite(item)),
};

function isTable(value: unknown): boolean {
  if (!isRecord(value) || !isListOf(value['columns'], (column) => typeof column === 'string')) return false;
  return isListOf(value['rows'], (row) => isRecord(row) && Object.values(row).every(isCell));
}

function isCell(value: JsonValue): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function isDocument(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value['pageContent'] === 'string' &&
    isJsonObject(value['metadata']) &&
    isJson(value['metadata'])
  );
}

function isMessage(value: unknown): boolean {
  return isRecord(value) && typeof value['content'] === 'string' && roles.has(value['role']);
}

const roles: ReadonlySet<unknown> = new Set(['system', 'user', 'assistant', 'tool']);

function isFile(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value['file'] === 'string' &&
    /^[0-9a-f]{64}$/.test(value['file']) &&
    typeof value['name'] === 'string' &&
    typeof value['mediaType'] === 'string' &&
    typeof value['size'] === 'number'
  );
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function firstMisfit(
  items: readonly unknown[],
  find: (item: unknown) => ValueMisfit | undefined,
): ValueMisfit | undefined {
  for (const item of items) {
    const misfit = find(item);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

function wrong(value: unknown, kind: Kind): ValueMisfit {
  return { code: 'value-wrong-kind', params: { expected: { kind: kind.kind }, found: foundType(value) } };
}

function notJson(value: unknown): ValueMisfit {
  return { code: 'value-not-json', params: { found: foundType(value) } };
}

/** What a value is, in JSON's words. */
export function foundType(value: unknown): string {
  if (value === null) return 'null';
  if (isJsonList(value as JsonValue)) return 'array'; // boundary: only asks whether it is an array
  if (typeof value === 'number' && !Number.isFinite(value)) return 'not-a-number';
  return typeof value;
}
