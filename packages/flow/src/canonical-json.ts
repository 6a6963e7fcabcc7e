import type { JsonValue } from './json.ts';

/**
 * The canonical form of JSON (RFC 8785): no spaces, members sorted by their names' UTF-16 code units, numbers and
 * strings as ECMAScript writes them. Equal values give equal texts, so its SHA-256 names a value. Members that are
 * `undefined` are left out. Throws a `RangeError` for values nested too deep for the stack.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members: string[] = [];
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) members.push(`${JSON.stringify(name)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
