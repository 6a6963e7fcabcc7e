import { Problem, type Issue } from '@jacquard/flow';
import { caseResultSchema, type FlowTestView, type ListedCase } from '@jacquard/protocol';
import type { StoredFlowTest } from '@jacquard/stores';
import type { FlowTestSources } from './flow-test-sources.ts';
import { checkTest, listCases } from './list-cases.ts';
import { readTest } from './test-text.ts';

/** A test as it is shown: its cases with their last results, and what is wrong with it. Never throws for what its file says. */
export async function viewTest(
  sources: FlowTestSources,
  stored: StoredFlowTest,
  running: ReadonlySet<string>,
): Promise<FlowTestView> {
  const { id, revision, flowId } = stored;
  const { test, issues, recorded } = readTest(stored);
  if (test === undefined) return { id, revision, issues: [...issues], cases: [] };
  const found: Issue[] = [...issues];
  const complain = (error: unknown): undefined => {
    if (!Problem.is(error)) throw error;
    found.push({ code: error.code, severity: 'error', params: error.params });
  };
  const flow = await sources.flows.runnable(flowId).catch(complain);
  const ports = flow && (await sources.interfaceOf(flow.document));
  if (ports !== undefined) found.push(...(await checkTest(test, ports)));
  const cases = ports && (await listCases(sources, test, ports).catch(complain));
  const results = await sources.store.results(sources.space, id);
  const listed = (cases ?? []).map(({ case: { name }, isRow }): ListedCase => {
    const result = caseResultSchema.safeParse(results.get(name)).data;
    const isRecorded = Object.hasOwn(recorded.cases, name);
    return { name, isRow, recorded: isRecorded, running: running.has(name), ...(result && { result }) };
  });
  return { id, revision, test, issues: found, cases: listed };
}
