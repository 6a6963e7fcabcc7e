import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFlow } from './check-flow.ts';
import { flowInterface } from './flow-interface.ts';
import { flowReach } from './flow-reach.ts';
import { migrateFlow } from './migrate-flow.ts';
import { parseFlow, parseFlowText } from './parse-flow.ts';
import { serialiseFlow } from './serialise-flow.ts';
import { flowArbitrary } from './testing/flow-arbitrary.ts';
import { mutateDocument, mutationArbitrary } from './testing/mutate-document.ts';
import { propertyRuns, propertyTimeout } from './testing/property-runs.ts';
import { sampleDescriptors } from './testing/sample-descriptors.ts';
import { wholeFlow } from './testing/sample-flows.ts';

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
        for (const mutation of mutations) mutateDocument(document, mutation);
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
