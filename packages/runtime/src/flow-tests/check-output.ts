import {
  isJsonList,
  jsonEquals,
  jsonFits,
  Problem,
  readFileText,
  readFileValue,
  usualTolerance,
  type Assertion,
  type JsonValue,
  isColumnReference,
} from '@jacquard/flow';
import { compilePattern, parseJsonText, requireSearchable } from '@jacquard/node-kit';
import type { AssertionResult } from '@jacquard/protocol';

/** What came of one assertion, but for its kind and where it looked. */
export type Outcome = Omit<AssertionResult, 'kind' | 'output' | 'path'>;

export const passed: Outcome = { status: 'passed' };

/** A value that isn't what was expected, and why. */
export function failed(problem: Problem, shown: Pick<Outcome, 'expected' | 'actual' | 'measured'> = {}): Outcome {
  return { status: 'failed', problem: problem.toData(), ...shown };
}

/** A part of a value by JSON Pointer (RFC 6901); undefined where there is none. */
export function valueAt(value: JsonValue | undefined, pointer = ''): JsonValue | undefined {
  let found = value;
  for (const raw of pointer.split('/').slice(1)) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof found !== 'object' || found === null) return undefined;
    if (!Object.hasOwn(found, key)) return undefined;
    found = isJsonList(found) ? found[Number(key)] : Reflect.get(found, key);
  }
  return found;
}

/** A value as a person would read it: a text as it is, anything else as indented JSON. */
export function readableValue(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
}

/** What can be said of an output without asking anybody. Throws a pattern's own problems. */
export async function checkOutput(assertion: Assertion, actual: JsonValue): Promise<Outcome | undefined> {
  const { equals, contains, matches, schema, near } = assertion;
  if (equals !== undefined) return checkEqual(assertion, readFileValue(equals), actual);
  if (contains !== undefined && !isColumnReference(contains))
    return checkContains(assertion, readFileText(contains), actual);
  if (matches !== undefined) return await checkPattern(assertion, matches, actual);
  if (schema !== undefined) return checkSchema(schema, actual);
  if (typeof near === 'number') return checkNear(near, assertion.within ?? usualTolerance(near), actual);
  return undefined;
}

function checkEqual({ not = false }: Assertion, expected: JsonValue, actual: JsonValue): Outcome {
  if (jsonEquals(actual, expected) !== not) return passed;
  return failed(new Problem(not ? 'test-equal' : 'test-not-equal'), { expected, actual });
}

function checkContains({ not = false, ignoreCase = false }: Assertion, expected: string, actual: JsonValue): Outcome {
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const isItem = isJsonList(actual) && actual.some((item) => item === expected);
  const holds = isItem || fold(readableValue(actual)).includes(fold(expected));
  if (holds !== not) return passed;
  return failed(new Problem(not ? 'test-contained' : 'test-not-contained', { text: expected }), { actual });
}

async function checkPattern(
  { not = false, ignoreCase = false }: Assertion,
  pattern: string,
  actual: JsonValue,
): Promise<Outcome> {
  const text = readableValue(actual);
  requireSearchable(text);
  const holds = (await compilePattern(pattern, ignoreCase)).matcher(text).find();
  if (holds !== not) return passed;
  return failed(new Problem(not ? 'test-matched' : 'test-not-matched', { pattern }), { actual });
}

function checkSchema(schema: NonNullable<Assertion['schema']>, actual: JsonValue): Outcome {
  const mismatch = jsonFits(actual, schema);
  if (mismatch === undefined) return passed;
  const parsed = typeof actual === 'string' ? parseJsonText(actual) : undefined;
  if (parsed !== undefined && 'value' in parsed) {
    const inner = jsonFits(parsed.value, schema);
    if (inner === undefined) return passed;
    return failed(new Problem('test-schema-broken', { ...inner }), { actual });
  }
  return failed(new Problem('test-schema-broken', { ...mismatch }), { actual });
}

function checkNear(near: number, within: number, actual: JsonValue): Outcome {
  const isNumber = typeof actual === 'number' || (typeof actual === 'string' && actual.trim() !== '');
  const measured = isNumber ? Number(actual) : Number.NaN;
  if (Number.isNaN(measured)) return failed(new Problem('test-not-a-number'), { actual });
  if (Math.abs(measured - near) <= within) return { ...passed, measured };
  return failed(new Problem('test-not-near', { expected: near, within, actual: measured }), { measured });
}
