import { asJson } from '@jacquard/node-kit';
import { Problem, type FlowDocument, type FlowTestDocument } from '@jacquard/flow';
import type { RecordedFlowTest } from '@jacquard/protocol';
import type { FlowTestSources } from './flow-test-sources.ts';
import { checkTest, listCases, type RunnableCase } from './list-cases.ts';
import { readTest, requireReadable } from './test-text.ts';

/** A test that can be run, and the cases that are wanted of it. */
export interface PreparedTest {
  readonly id: string;
  readonly flowId: string;
  readonly document: FlowDocument;
  readonly test: FlowTestDocument;
  readonly recorded: RecordedFlowTest;
  readonly cases: readonly RunnableCase[];
}

/**
 * Reads a test and its flow as they are now. Throws `test-not-found`, `test-broken`, `test-has-issues`, `test-case-not-found`,
 * `flow-has-issues`, and what makes the flow's file or the dataset unreadable.
 */
export async function prepareTest(
  sources: FlowTestSources,
  id: string,
  wanted: readonly string[] | undefined,
): Promise<PreparedTest> {
  const { store, space, flows, interfaceOf } = sources;
  const stored = await store.get(space, id);
  if (stored === undefined) throw new Problem('test-not-found', { id });
  const read = readTest(stored);
  const test = requireReadable(id, read);
  const { document } = await flows.runnable(test.flow);
  const { flow, issues } = await flows.check(document);
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (flow === null || errors.length > 0) throw new Problem('flow-has-issues', { issues: asJson(errors) });
  const ports = await interfaceOf(flow);
  const found = [...read.issues, ...(await checkTest(test, ports))];
  if (found.length > 0) throw new Problem('test-has-issues', { id, issues: asJson(found) });
  const all = await listCases(sources, test, ports);
  const names = wanted && new Set(wanted);
  const unknown = wanted?.find((name) => !all.some(({ case: one }) => one.name === name));
  if (unknown !== undefined) throw new Problem('test-case-not-found', { case: unknown });
  const cases = names === undefined ? all : all.filter(({ case: one }) => names.has(one.name));
  return { id, flowId: test.flow, document: flow, test, recorded: read.recorded, cases };
}
