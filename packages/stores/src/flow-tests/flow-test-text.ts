import { createHash } from 'node:crypto';
import { Problem, type JsonValue } from '@jacquard/flow';
import { isFlowId } from '../flow-id.ts';
import type { FlowTestTexts, StoredFlowTest } from './flow-test-store.ts';

/** The flow that a file of tests names; undefined for a text that isn't one. */
export function flowOfTest(text: string): string | undefined {
  try {
    const json = JSON.parse(text.replace(/^\uFEFF/u, '')) as JsonValue; // boundary: what JSON has read is JSON
    const flow = typeof json === 'object' && json !== null ? Reflect.get(json, 'flow') : undefined;
    return typeof flow === 'string' ? flow : undefined;
  } catch {
    return undefined;
  }
}

/** SHA-256 of both texts. */
export function revisionOfTest({ text, recorded }: FlowTestTexts): string {
  return createHash('sha256')
    .update(text)
    .update('\0')
    .update(recorded ?? '')
    .digest('hex');
}

/** Throws `test-not-found`, and `test-changed` where it isn't at the revision `expected`. */
export function requireTest(test: StoredFlowTest | undefined, id: string, expected: string): StoredFlowTest {
  if (test === undefined) throw new Problem('test-not-found', { id });
  if (expected !== '*' && test.revision !== expected) throw new Problem('test-changed', { id });
  return test;
}

/** Ids of tests are names of files, as those of flows. Throws `test-name-unusable`. */
export function requireTestId(id: string): void {
  if (!isFlowId(id)) throw new Problem('test-name-unusable', { id: id.slice(0, 200) });
}
