import { jsonEquals, type JsonValue } from '@jacquard/flow';

/** A place within two JSON values where they differ; `path` is written as in JavaScript: `passages[0].metadata.page`. */
export interface JsonDifference {
  readonly path: string;
  readonly left: JsonValue | undefined;
  readonly right: JsonValue | undefined;
}

/** The places where two values differ, in order, at most `most`: the deepest that tell what is different. */
export function jsonDifferences(left: JsonValue, right: JsonValue, most: number): readonly JsonDifference[] {
  const found: JsonDifference[] = [];
  const walk = (path: string, before: JsonValue | undefined, after: JsonValue | undefined): void => {
    if (found.length >= most) return;
    const [a, b] = [entriesOf(before), entriesOf(after)];
    if (a && b && Array.isArray(before) === Array.isArray(after)) {
      for (const key of new Set([...b.keys(), ...a.keys()])) {
        const place = typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
        walk(place, a.get(key), b.get(key));
      }
      return;
    }
    if (before === undefined || after === undefined || !jsonEquals(before, after))
      found.push({ path, left: before, right: after });
  };
  walk('', left, right);
  return found;
}

function entriesOf(value: JsonValue | undefined): Map<string | number, JsonValue> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const list: readonly JsonValue[] | undefined = Array.isArray(value) ? value : undefined;
  return new Map<string | number, JsonValue>(list ? list.entries() : Object.entries(value));
}
