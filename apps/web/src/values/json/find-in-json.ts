import type { JsonValue } from '@jacquard/flow';

/** A place of JSON that holds what is searched, and all that must be open to see it. */
export interface FoundPlace {
  readonly id: string;
  readonly holders: readonly string[];
}

/** No more are looked for: nobody steps through them. */
const most = 2_000;

/** The places whose name or value holds a text, in any case, in the order in which they stand. */
export function findInJson(value: JsonValue, searched: string): readonly FoundPlace[] {
  const wanted = searched.trim().toLowerCase();
  const found: FoundPlace[] = [];
  if (wanted !== '') search(value, wanted, '', [], '', found);
  return found;
}

function search(
  value: JsonValue,
  wanted: string,
  id: string,
  holders: readonly string[],
  name: string,
  found: FoundPlace[],
): void {
  if (found.length >= most) return;
  const isHolder = typeof value === 'object' && value !== null;
  const text = isHolder ? '' : String(value);
  if (name.toLowerCase().includes(wanted) || text.toLowerCase().includes(wanted)) found.push({ id, holders });
  if (!isHolder) return;
  const isList = Array.isArray(value);
  const within = [...holders, id];
  for (const [key, inner] of Object.entries(value)) {
    const place = `${id}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    search(inner, wanted, place, within, isList ? '' : key, found);
    if (found.length >= most) return;
  }
}
