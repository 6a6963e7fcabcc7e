import * as fc from 'fast-check';

/** One change to a document: at the place that `at` picks, put `value`, under another key, or take the place away. */
export interface DocumentMutation {
  readonly at: number;
  readonly kind: 'replace' | 'rename' | 'remove' | 'duplicate';
  readonly value: unknown;
  readonly key: string;
}

const hostileTexts = ['', 'a.b', '__proto__', 'constructor.prototype', '\u0000', '{{__proto__}}', 'x'.repeat(10_000)];
const hostileScalars = [Number.NaN, Infinity, -0, 1e308, null, undefined, true];
const hostileObjects: unknown[] = [
  [[[]]],
  {},
  { from: 'each.item' },
  { from: 'constructor.constructor' },
  { secret: 'key' },
  { lines: ['a', 5] },
  { nodes: {} },
  { type: 'control.for-each' },
  JSON.parse('{"__proto__": {"polluted": true}}'),
];
const hostileValues: unknown[] = [...hostileTexts, ...hostileScalars, ...hostileObjects];

/** Changes that no editor would make. */
export const mutationArbitrary: fc.Arbitrary<DocumentMutation> = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('replace', 'rename', 'remove', 'duplicate'),
  value: fc.oneof(fc.constantFrom(...hostileValues), fc.anything({ maxDepth: 2 })),
  key: fc.constantFrom('__proto__', 'constructor', 'type', 'nodes', 'from', 'a', 'Bad Key', '', 'toString'),
});

interface Place {
  readonly owner: object;
  readonly key: string;
}

function placesOf(root: unknown): Place[] {
  const found: Place[] = [];
  const open: unknown[] = [root];
  for (let owner = open.pop(); owner !== undefined; owner = open.pop()) {
    if (typeof owner !== 'object' || owner === null || found.length > 2000) continue;
    for (const key of Object.keys(owner)) {
      found.push({ owner, key });
      open.push(Reflect.get(owner, key));
    }
  }
  return found;
}

function put(owner: object, key: string, value: unknown): void {
  Object.defineProperty(owner, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Changes a document in place. */
export function mutateDocument(document: unknown, { at, kind, value, key }: DocumentMutation): void {
  const places = placesOf(document);
  const place = places[at % places.length];
  if (place === undefined || Array.isArray(place.owner)) return;
  const old: unknown = Reflect.get(place.owner, place.key);
  if (kind === 'replace') put(place.owner, place.key, structuredClone(value));
  if (kind === 'remove' || kind === 'rename') Reflect.deleteProperty(place.owner, place.key);
  if (kind === 'rename') put(place.owner, key, old);
  if (kind === 'duplicate') put(place.owner, key, structuredCloneOf(old));
}

function structuredCloneOf(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? 'null');
}
