import type { Issue } from './issue.ts';

/** A document nests no deeper: scopes take two levels each, values what is left. */
const deepest = 200;
/** Objects, lists and values that a document may hold. */
const mostValues = 2_000_000;

/**
 * Refuses what later code, which recurses, must never see: too deep, too large, circular, or with a key `__proto__`,
 * which some object operations would take as an order. It doesn't recurse itself.
 */
export function boundDocument(json: unknown): Issue | undefined {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 0 }];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    count += 1;
    if (count > mostValues) return refuse('flow-too-large', { most: mostValues });
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= deepest) return refuse('flow-too-deep', { most: deepest });
    if (Object.hasOwn(value, '__proto__')) return refuse('flow-key-forbidden', { key: '__proto__' });
    const items: unknown[] = Array.isArray(value) ? value : Object.values(value);
    if (items.length > mostValues) return refuse('flow-too-large', { most: mostValues });
    for (const item of items) open.push({ value: item, depth: depth + 1 });
  }
  return undefined;
}

function refuse(code: string, params: Issue['params']): Issue {
  return { code, severity: 'error', params };
}
