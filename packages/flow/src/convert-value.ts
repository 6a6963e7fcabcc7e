import { isJsonList, isJsonObject } from './json-equals.ts';
import type { JsonValue } from './json.ts';
import { itemKindOf } from './kind-fits.ts';
import type { Kind } from './kind.ts';

/**
 * Turns a value of `source` into one of `target`, for kinds of which `kindFits` says that they fit. A value that is no
 * value of its kind is given back as it is: the output check has refused it before.
 */
export function convertValue(value: JsonValue, source: Kind, target: Kind): JsonValue {
  if (target.kind === 'list') return convertToList(value, source, target.of);
  if (source.kind === target.kind) return value;
  switch (target.kind) {
    case 'text':
      return toText(value, source);
    case 'messages':
      return source.kind === 'text' ? [{ role: 'user', content: value }] : value;
    case 'json':
      return source.kind === 'table' ? rowsOf(value) : source.kind === 'list' ? listToJson(value, source.of) : value;
    default:
      return value;
  }
}

function convertToList(value: JsonValue, source: Kind, of: Kind): JsonValue {
  if (source.kind === 'list') {
    return isJsonList(value) && !jsonSame(source.of, of)
      ? value.map((item) => convertValue(item, source.of, of))
      : value;
  }
  const takesItems = of.kind === 'json' || of.kind === 'variable' || of.kind === 'any';
  if (takesItems && itemKindOf(source) !== undefined) {
    const items = source.kind === 'table' ? rowsOf(value) : value;
    if (isJsonList(items)) return items;
  }
  return [convertValue(value, source, of)];
}

function jsonSame(a: Kind, b: Kind): boolean {
  return a.kind === b.kind && a.kind !== 'list';
}

function listToJson(value: JsonValue, of: Kind): JsonValue {
  return isJsonList(value) ? value.map((item) => convertValue(item, of, { kind: 'json' })) : value;
}

/** A text of JSON stays as it is; everything else is written as indented JSON. */
function toText(value: JsonValue, source: Kind): JsonValue {
  if (typeof value === 'string') return value;
  switch (source.kind) {
    case 'messages':
      return contentOf(isJsonList(value) ? value.at(-1) : undefined, 'content');
    case 'documents':
    case 'passages':
      return isJsonList(value) ? value.map((item) => contentOf(item, 'pageContent')).join('\n\n') : '';
    case 'table':
      return JSON.stringify(rowsOf(value), undefined, 2);
    default:
      return typeof value === 'object' ? JSON.stringify(value, undefined, 2) : String(value);
  }
}

function contentOf(value: JsonValue | undefined, key: string): string {
  const content = isJsonObject(value) ? value[key] : undefined;
  return typeof content === 'string' ? content : '';
}

function rowsOf(value: JsonValue): JsonValue {
  return isJsonObject(value) && value['rows'] !== undefined ? value['rows'] : value;
}
