import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFlow } from './check-flow.ts';
import { flowInterface } from './flow-interface.ts';
import { flowReach } from './flow-reach.ts';
import { migrateFlow } from './migrate-flow.ts';
import { parseFlow, parseFlowText } from './parse-flow.ts';
import { serialiseFlow } from './serialise-flow.ts';
import { flowArbitrary } from './testing/flow-arbitrary.ts';
import { propertyRuns, propertyTimeout } from './testing/property-runs.ts';
import { sampleDescriptors } from './testing/sample-descriptors.ts';
import { wholeFlow } from './testing/sample-flows.ts';

/** One change to a document: at the place that `at` picks, put `value`, under another key, or take the place away. */
interface Mutation {
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

const mutationArbitrary: fc.Arbitrary<Mutation> = fc.record({
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

function mutate(document: unknown, { at, kind, value, key }: Mutation): void {
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

function use(document: unknown): void {
  const { flow, issues } = parseFlow(document);
  expect(flow === undefined).toBe(issues.some(({ severity }) => severity === 'error'));
  if (flow === undefined) return;
  const found = checkFlow(flow, sampleDescriptors, { id: 'a', flow: () => flow, secrets: new Set(), files: new Set() });
  for (const issue of found) expect(issue.code).toMatch(/^[a-z-]+$/);
  flowInterface(flow, sampleDescriptors);
  flowReach(flow, sampleDescriptors, { flow: () => flow });
  expect(migrateFlow(flow, (type) => ({ descriptor: sampleDescriptors.get(type) ?? { version: 1 } }))).toBeDefined();
  expect(parseFlowText(serialiseFlow(flow)).issues).toEqual([]);
}

test('property: mutated documents give issues, never an exception', { timeout: propertyTimeout }, () => {
  fc.assert(
    fc.property(
      fc.oneof({ weight: 2, arbitrary: fc.constant(wholeFlow) }, { weight: 3, arbitrary: flowArbitrary }),
      fc.array(mutationArbitrary, { minLength: 0, maxLength: 6 }),
      (flow, mutations) => {
        const document: unknown = JSON.parse(JSON.stringify(flow));
        for (const mutation of mutations) mutate(document, mutation);
        use(document);
      },
    ),
    { numRuns: propertyRuns(1000) },
  );
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('property: mutated texts give issues, never an exception', { timeout: propertyTimeout }, () => {
  const text = serialiseFlow(wholeFlow);
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 8 }), (at, length, put) => {
      const parsed = parseFlowText(text.slice(0, at) + put + text.slice(at + length));
      expect(parsed.flow === undefined).toBe(parsed.issues.length > 0);
    }),
    { numRuns: propertyRuns(1000) },
  );
});
