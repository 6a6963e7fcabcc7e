import { compile, type NodeRegistry } from '@jacquard/executor';
import { checkFlow, flowReach, migrateFlow, parseFlow, parseFlowText, serialiseFlow, type Issue } from '@jacquard/flow';
import { mutateDocument, mutationArbitrary, propertyRuns, propertyTimeout } from '@jacquard/flow/testing';
import { catalog, problemMessage } from '@jacquard/messages';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadNodes } from '../contract/node-families.ts';
import { applyEdit, editArbitrary, readExampleFlows } from '../fixtures/real-flows.ts';

const definitions = new Map((await loadNodes()).map((node) => [node.descriptor.type, node]));
const registry: NodeRegistry = {
  descriptors: new Map([...definitions].map(([type, { descriptor }]) => [type, descriptor])),
  definition: (type) => definitions.get(type),
};
const { descriptors } = registry;
const examples = readExampleFlows();

/** What became of the documents. */
const seen = { noFlow: 0, withErrors: 0, compiled: 0 };

/** Every issue has a sentence, in both languages. */
function expectSentences(issues: readonly Issue[]): void {
  for (const { code, params } of issues) {
    const details = (['en', 'fr'] as const).map((language) => problemMessage({ code, params }, language).detail);
    const isClear =
      Object.hasOwn(catalog, code) && details.every((detail) => detail !== '' && !detail.includes('[object'));
    if (!isClear) throw new Error(`${code}: ${details.join(' / ')}`);
  }
}

/** The way of a document: parse, migrate, check, and compile what has no error. */
function take(document: unknown): void {
  const parsed = parseFlow(document);
  expectSentences(parsed.issues);
  if (parsed.flow === undefined) {
    seen.noFlow += 1;
    if (parsed.issues.length === 0) throw new Error('no flow, and no reason');
    return;
  }
  const flow = migrateFlow(parsed.flow, (type) => definitions.get(type));
  const context = { id: 'this', flow: (id: string) => (id === 'this' ? flow : undefined) };
  const issues = checkFlow(flow, descriptors, context);
  expectSentences(issues);
  flowReach(flow, descriptors, context);
  expect(parseFlowText(serialiseFlow(flow)).issues).toEqual([]);
  if (issues.some(({ severity }) => severity === 'error')) {
    seen.withErrors += 1;
    return;
  }
  seen.compiled += 1;
  compile(flow, registry, context);
}

test('the examples compile as they are', () => {
  examples.forEach(take);
  expect(seen).toEqual({ noFlow: 0, withErrors: 0, compiled: examples.length });
});

test(
  'property: whatever is done to a document, there are issues or a plan, never an exception',
  { timeout: propertyTimeout },
  () => {
    fc.assert(
      fc.property(
        fc.nat(examples.length - 1),
        fc.array(editArbitrary, { maxLength: 4 }),
        fc.oneof(
          { weight: 3, arbitrary: fc.constant([]) },
          { weight: 2, arbitrary: fc.array(mutationArbitrary, { maxLength: 3 }) },
        ),
        (which, edits, mutations) => {
          const document: unknown = structuredClone(examples[which]);
          const { flow } = parseFlow(document);
          const edited = flow === undefined ? document : structuredClone(flow);
          if (flow !== undefined) for (const edit of edits) applyEdit(edited as typeof flow, edit, descriptors);
          for (const mutation of mutations) mutateDocument(edited, mutation);
          take(edited);
        },
      ),
      { numRuns: propertyRuns(1000) },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  },
);
