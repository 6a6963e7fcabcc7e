import { Problem, type Issue } from '@jacquard/flow';
import type { CaseResult, RunFlowTest } from '@jacquard/protocol';
import type { FlowTestDesk } from '@jacquard/runtime';
import type { TestFile } from './find-test-files.ts';
import type { TestedFile } from './tested-file.ts';

/** How files of tests are run. */
export interface TestOptions {
  readonly update: boolean;
  readonly live: boolean;
  readonly filter: string;
  readonly signal: AbortSignal;
  /** Hears each case's final result. */
  heard(result: CaseResult): void;
}

/**
 * Runs the cases of one file. With `update`, what came is taken as what is expected: a case whose run doesn't come to its end on what is recorded is recorded anew, snapshots
 * that differ are accepted, and the case is run again. Rejects when the signal aborts.
 */
export async function runTestFile(
  tests: FlowTestDesk,
  { id, path }: TestFile,
  options: TestOptions,
): Promise<TestedFile> {
  const { flowId, view } = await tests.find(id);
  const errors = view.issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { path, flowId, results: [], issues: errors };
  const isWanted = (text: string): boolean => text.toLowerCase().includes(options.filter.toLowerCase());
  const cases = view.cases.filter(({ name }) => isWanted(name) || isWanted(id)).map(({ name }) => name);
  if (cases.length === 0) return { path, flowId, results: [], issues: [] };
  try {
    const results = await runAll(tests, flowId, id, cases, options);
    return { path, flowId, results, issues: [] };
  } catch (error) {
    if (options.signal.aborted || !Problem.is(error)) throw error;
    return { path, flowId, results: [], issues: issuesOf(error) };
  }
}

async function runAll(
  tests: FlowTestDesk,
  flowId: string,
  id: string,
  cases: readonly string[],
  { update, live, signal, heard }: TestOptions,
): Promise<readonly CaseResult[]> {
  const mode: RunFlowTest['mode'] = !live ? 'replay' : update ? 'record' : 'live';
  const isFinal = !update || live;
  const first = await tests.run(flowId, id, { cases: [...cases], mode, signal, ...(isFinal && { heard }) });
  if (isFinal) return first;
  const results: CaseResult[] = [];
  for (const result of first) {
    const updated = await updateCase(tests, flowId, id, result, signal);
    heard(updated);
    results.push(updated);
  }
  return results;
}

async function updateCase(
  tests: FlowTestDesk,
  flowId: string,
  id: string,
  result: CaseResult,
  signal: AbortSignal,
): Promise<CaseResult> {
  const { case: name, status, error } = result;
  if (status === 'passed') return result;
  if (error !== undefined) {
    const [recorded] = await tests.run(flowId, id, { cases: [name], mode: 'record', signal });
    return recorded ?? result;
  }
  const differing = result.assertions.filter((one) => one.kind === 'snapshot' && one.status === 'failed');
  if (differing.length === 0) return result;
  await tests.accept(
    flowId,
    id,
    name,
    differing.flatMap(({ output }) => output ?? []),
  );
  const [accepted] = await tests.run(flowId, id, { cases: [name], signal });
  return accepted ?? result;
}

/** A flow or test that can't be run says why, issue by issue. */
function issuesOf(error: Problem): TestedFile['issues'] {
  const { issues } = error.params;
  const parts = Array.isArray(issues) ? (issues as unknown as readonly Issue[]) : []; // boundary: written from issues
  return parts.length > 0 ? parts : [error.toData()];
}
