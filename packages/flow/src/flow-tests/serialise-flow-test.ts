import type { JsonValue } from '../json.ts';
import { assertionSchema, type Assertion } from './assertion.ts';
import { readFileValue, writeFileValue, writeFileValues, readFileValues } from './file-value.ts';
import {
  flowTestSchema,
  testCaseSchema,
  testDatasetSchema,
  type FlowTestDocument,
  type TestCase,
  type TestDataset,
} from './flow-test-document.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Writes tests in file form, as flows are: LF, a final line break, two spaces, one key a line in the order of the schema, empty parts
 * left out, texts with line breaks as `{lines}`. A file in that form, parsed and written again, changes no byte.
 */
export function serialiseFlowTest(test: FlowTestDocument): string {
  const { cases, dataset } = test;
  const written = inOrder(Object.keys(flowTestSchema.shape), {
    ...test,
    description: test.description || undefined,
    cases: unlessEmpty(cases?.map((one) => writeCase(one))),
    dataset: dataset && writeDataset(dataset),
  });
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

function writeCase(one: TestCase): Fields {
  return inOrder(Object.keys(testCaseSchema.shape), {
    ...one,
    inputs: unlessEmpty(canonical(one.inputs)),
    session: unlessEmpty(one.session?.map(({ role, content }) => ({ role, content: canonicalValue(content) }))),
    expect: unlessEmpty(one.expect?.map((assertion) => writeAssertion(assertion))),
    snapshot: unlessEmpty(canonical(one.snapshot)),
  });
}

function writeDataset(dataset: TestDataset): Fields {
  return inOrder(Object.keys(testDatasetSchema.shape), {
    ...dataset,
    expect: unlessEmpty(dataset.expect?.map((assertion) => writeAssertion(assertion))),
  });
}

function writeAssertion(assertion: Assertion): Fields {
  const texts = ['equals', 'contains', 'similar', 'judged'] as const;
  const written: Record<string, unknown> = { ...assertion, not: assertion.not || undefined };
  for (const name of texts) if (assertion[name] !== undefined) written[name] = canonicalValue(assertion[name]);
  return inOrder(Object.keys(assertionSchema.shape), { ...written, ignoreCase: assertion.ignoreCase || undefined });
}

function canonical(values: Readonly<Record<string, JsonValue>> | undefined): Fields | undefined {
  return values && writeFileValues(readFileValues(values));
}

function canonicalValue(value: JsonValue): JsonValue {
  return writeFileValue(readFileValue(value));
}

function inOrder(keys: readonly string[], fields: Fields): Fields {
  return Object.fromEntries(keys.flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]]])));
}

function unlessEmpty<T extends object>(part: T | undefined): T | undefined {
  return part === undefined || Object.keys(part).length === 0 ? undefined : part;
}
