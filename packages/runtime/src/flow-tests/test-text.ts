import { parseFlowTestText, Problem, type FlowTestDocument, type Issue } from '@jacquard/flow';
import { nothingRecorded, recordedFlowTestSchema, type RecordedCase, type RecordedFlowTest } from '@jacquard/protocol';
import type { StoredFlowTest } from '@jacquard/stores';

/** A test as it is read from its texts. `test` is absent for a file that can't be read. */
export interface ReadTest {
  readonly test: FlowTestDocument | undefined;
  readonly issues: readonly Issue[];
  readonly recorded: RecordedFlowTest;
}

/** Reads the texts of a test, that anybody may have written. */
export function readTest({ text, recorded, id }: StoredFlowTest): ReadTest {
  const { test, issues } = parseFlowTestText(text.replace(/^\uFEFF/u, ''));
  const read = recorded === undefined ? nothingRecorded : readRecorded(recorded);
  if (read === undefined) {
    const issue: Issue = {
      code: 'test-recorded-broken',
      severity: 'error',
      params: { file: `${id}.flow-test.recorded.json` },
    };
    return { test, issues: [...issues, issue], recorded: nothingRecorded };
  }
  return { test, issues, recorded: read };
}

/** The test of a file that can be read. Throws `test-broken`. */
export function requireReadable(id: string, { test }: ReadTest): FlowTestDocument {
  if (test === undefined) throw new Problem('test-broken', { id, file: `${id}.flow-test.json` });
  return test;
}

/** What is recorded of a case, own keys only: names are anybody's. */
export function recordedOf({ cases }: RecordedFlowTest, name: string): RecordedCase {
  return Object.hasOwn(cases, name) ? (cases[name] ?? {}) : {};
}

function readRecorded(text: string): RecordedFlowTest | undefined {
  try {
    return recordedFlowTestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
