import type { JsonValue } from '@jacquard/flow';

/** A line of a tree of JSON. */
export interface JsonRow {
  /** Where it stands, as a JSON Pointer (RFC 6901): its identity. */
  readonly id: string;
  /** Where it stands, as code says it: `$.rows[3].name`. */
  readonly path: string;
  readonly depth: number;
  /** Its name or place in what holds it; none for the whole. */
  readonly name: string | undefined;
  readonly value: JsonValue;
  /** How many entries it holds; undefined for what holds none. */
  readonly size: number | undefined;
  readonly isOpen: boolean;
}

/** The lines that are in sight: entries of what is closed aren't looked at, however many there are. */
export function jsonRows(value: JsonValue, open: ReadonlySet<string>): readonly JsonRow[] {
  const rows: JsonRow[] = [];
  addRows(rows, open, { id: '', path: '$', depth: 0, name: undefined, value });
  return rows;
}

type Place = Pick<JsonRow, 'id' | 'path' | 'depth' | 'name' | 'value'>;

function addRows(rows: JsonRow[], open: ReadonlySet<string>, place: Place): void {
  const { id, depth, value } = place;
  const isHolder = typeof value === 'object' && value !== null;
  const isOpen = isHolder && open.has(id);
  rows.push({ ...place, size: isHolder ? sizeOf(value) : undefined, isOpen });
  if (!isOpen) return;
  for (const [name, inner] of Object.entries(value))
    addRows(rows, open, { ...under(place, name), depth: depth + 1, name, value: inner });
}

function sizeOf(value: object): number {
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

function under({ id, path, value }: Pick<Place, 'id' | 'path' | 'value'>, name: string): { id: string; path: string } {
  return { id: `${id}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, path: `${path}${step(value, name)}` };
}

function step(holder: JsonValue, name: string): string {
  if (Array.isArray(holder)) return `[${name}]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

const mostOpen = 200;

/** What is open at first: the whole and what it holds, as long as they stay in sight. */
export function openAtFirst(value: JsonValue): ReadonlySet<string> {
  const open = new Set(['']);
  if (typeof value !== 'object' || value === null) return open;
  let lines = sizeOf(value);
  for (const [name, inner] of Object.entries(value).slice(0, mostOpen)) {
    if (typeof inner !== 'object' || inner === null) continue;
    lines += sizeOf(inner);
    if (lines > mostOpen) break;
    open.add(under({ id: '', path: '$', value }, name).id);
  }
  return open;
}
