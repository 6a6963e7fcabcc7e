import type { JsonValue } from '@jacquard/flow';
import type { DocumentText, TableRow } from '../create-document-text.ts';

type JsonObject = { readonly [key: string]: JsonValue };

/** One value still to be written, and the way to it. */
interface Part {
  readonly path: string;
  readonly value: JsonValue;
}

const mostColumns = 500;
const linesTogether = 40;

/** Writes JSON as tables and lines. Nothing recurses: what is nested ten thousand times is only long. */
export function writeJson(root: JsonValue, text: DocumentText): void {
  const todo: Part[] = [{ path: '', value: root }];
  let lines: string[] = [];
  const flush = (): void => {
    text.addParagraph(lines.join('\n'));
    lines = [];
  };
  for (let part = todo.pop(); part; part = todo.pop()) {
    const { path, value } = part;
    if (isTable(value)) {
      flush();
      writeTable(value, path, text);
    } else if (typeof value === 'object' && value !== null && !isListOfPlain(value)) {
      for (const inner of partsOf(path, value).reverse()) todo.push(inner);
    } else {
      lines.push(path === '' ? plain(value) : `${path}: ${plain(value)}`);
      if (lines.length === linesTogether) flush();
    }
  }
  flush();
}

function partsOf(path: string, value: readonly JsonValue[] | JsonObject): Part[] {
  return Array.isArray(value)
    ? value.map((item: JsonValue, index) => ({ path: `${path}[${index + 1}]`, value: item }))
    : Object.entries(value).map(([key, item]) => ({ path: path === '' ? key : `${path}.${key}`, value: item }));
}

/** A list of objects, two at least, that together have not too many keys. */
function isTable(value: JsonValue): value is JsonObject[] {
  return Array.isArray(value) && value.length > 1 && value.every(isObject) && columnsOf(value).length <= mostColumns;
}

function writeTable(items: readonly JsonObject[], name: string, text: DocumentText): void {
  const columns = columnsOf(items);
  const rows = function* (): Generator<TableRow, void, void> {
    for (const [index, item] of items.entries()) {
      yield {
        cells: columns.map((column) => (Object.hasOwn(item, column) ? cell(item[column] ?? null) : '')),
        number: index + 1,
      };
    }
  };
  text.addTable({ ...(name !== '' && { name }), header: columns, rows: rows() });
}

function columnsOf(items: readonly JsonObject[]): string[] {
  const columns = new Set<string>();
  for (const item of items) for (const key of Object.keys(item)) if (columns.size <= mostColumns) columns.add(key);
  return [...columns];
}

/** What is nested in a cell is written on one line: `city: Paris, zip: 75000`. */
function cell(value: JsonValue): string {
  const pieces: string[] = [];
  const todo: Part[] = [{ path: '', value }];
  for (let part = todo.pop(); part; part = todo.pop()) {
    const { path, value } = part;
    if (typeof value === 'object' && value !== null && !isListOfPlain(value)) {
      for (const inner of partsOf(path, value).reverse()) todo.push(inner);
    } else {
      pieces.push(path === '' ? plain(value) : `${path}: ${plain(value)}`);
    }
  }
  return pieces.join(', ');
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfPlain(value: JsonValue): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null);
}

function plain(value: JsonValue): string {
  if (Array.isArray(value)) return value.map((item: JsonValue) => plain(item)).join(', ');
  return value === null || typeof value === 'object' ? '' : String(value);
}
