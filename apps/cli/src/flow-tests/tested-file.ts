import type { Issue } from '@jacquard/flow';
import type { CaseResult } from '@jacquard/protocol';

/** What came of a file of tests. */
export interface TestedFile {
  readonly path: string;
  readonly flowId: string;
  readonly results: readonly CaseResult[];
  /** What kept it from running. */
  readonly issues: readonly Pick<Issue, 'code' | 'params'>[];
}
