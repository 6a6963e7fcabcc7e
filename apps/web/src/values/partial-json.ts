import type { JsonValue } from '@jacquard/flow';
import { hasTableShape, type TableData } from './table/table-data.ts';

/**
 * The beginning of JSON as far as it is whole: the last entry that was cut is left out, and what is open is closed. Undefined
 * where nothing of it can be read.
 */
export function readPartialJson(text: string): JsonValue | undefined {
  let end = text.length;
  for (let tries = 0; tries < 40 && end > 0; tries += 1) {
    const read = parse(text.slice(0, end).replace(/[\s,:]+$/, ''));
    if (read !== undefined) return read;
    end = text.lastIndexOf(',', end - 1);
  }
  return undefined;
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text + closingOf(text)) as JsonValue; // boundary: what JSON.parse gives is JSON
  } catch {
    return undefined;
  }
}

/** What closes the lists and objects that a text leaves open. */
function closingOf(text: string): string {
  const open: string[] = [];
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === '[') open.push(']');
    else if (sign === '{') open.push('}');
    else if (sign === ']' || sign === '}') open.pop();
  }
  return open.reverse().join('');
}

/** The first rows of a long table, of how its JSON begins (canonical: `columns` stands before `rows`). */
export function tableOfPreview(preview: string): TableData | undefined {
  const read = readPartialJson(preview);
  if (typeof read !== 'object' || read === null || !('columns' in read)) return undefined;
  const table = { columns: read['columns'] ?? [], rows: 'rows' in read ? (read['rows'] ?? []) : [] };
  return hasTableShape(table) ? table : undefined;
}
