import type { z } from 'zod';
import { boundDocument } from '../bound-document.ts';
import type { Issue } from '../issue.ts';
import { nearest } from '../nearest.ts';
import { scanJson } from '../scan-json.ts';
import { assertionKinds, assertionSchema } from './assertion.ts';
import { flowTestSchema, testCaseSchema, testDatasetSchema, type FlowTestDocument } from './flow-test-document.ts';

/** A file of tests, or why there is none. `test` is there exactly when there is no issue. */
export interface ParsedFlowTest {
  readonly test: FlowTestDocument | undefined;
  readonly issues: readonly Issue[];
}

const mostIssues = 50;
const keys = [flowTestSchema, testCaseSchema, testDatasetSchema, assertionSchema].flatMap((schema) =>
  Object.keys(schema.shape),
);

/** Reads a file of tests that anybody may have written. Never throws. */
export function parseFlowTestText(text: string): ParsedFlowTest {
  const scanned = scanJson(text);
  if (!scanned.ok) return broken('test-not-json', { line: scanned.line, column: scanned.column });
  const [repeated] = scanned.repeated;
  if (repeated !== undefined) return broken('test-key-twice', { ...repeated });
  return parseFlowTest(scanned.value);
}

/** The same of JSON. */
export function parseFlowTest(json: unknown): ParsedFlowTest {
  const bounds = boundDocument(json);
  if (bounds !== undefined) return { test: undefined, issues: [bounds] };
  const format = headOf(json);
  if (typeof format === 'number' && format > 1) return broken('test-format-newer', { format });
  if (format !== 1) return broken('test-format-missing', {});
  const parsed = flowTestSchema.safeParse(json);
  if (parsed.success) return { test: parsed.data, issues: [] };
  return { test: undefined, issues: parsed.error.issues.slice(0, mostIssues).map((found) => describe(found)) };
}

function headOf(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'jacquard-test')) return undefined;
  return Reflect.get(json, 'jacquard-test');
}

function describe(found: z.core.$ZodIssue): Issue {
  const place = found.path.map(String).join('.');
  if (found.code === 'unrecognized_keys') {
    const key = found.keys[0] ?? '';
    return issue('test-key-unknown', { place, key, near: nearest(key, keys) ?? null });
  }
  if (found.code === 'custom' && found.message === 'one-kind')
    return issue('test-assertion-kind', { place, kinds: [...assertionKinds] });
  if (found.code === 'custom' && found.message === 'output-missing') return issue('test-assertion-output', { place });
  if (found.code === 'custom') return issue('test-assertion-of-run', { place });
  return issue('test-value-wrong', { place, fault: found.message });
}

function broken(code: string, params: Issue['params']): ParsedFlowTest {
  return { test: undefined, issues: [issue(code, params)] };
}

function issue(code: string, params: Issue['params']): Issue {
  return { code, severity: 'error', params };
}
