import {
  checkFlowTest,
  isJsonObject,
  Problem,
  type FlowInterface,
  type FlowTestDocument,
  type Issue,
  type JsonValue,
  type TestCase,
} from '@jacquard/flow';
import { compilePattern } from '@jacquard/node-kit';
import { fitRow } from './fit-row.ts';
import type { FlowTestSources } from './flow-test-sources.ts';
import { readDataset } from './read-dataset.ts';

/** A case that can be run: written in the file, or a row of its dataset. */
export interface RunnableCase {
  readonly case: TestCase;
  readonly isRow: boolean;
}

/** All cases of a test. Throws what `readDataset` throws. */
export async function listCases(
  sources: Pick<FlowTestSources, 'readFile'>,
  test: FlowTestDocument,
  ports: FlowInterface,
): Promise<readonly RunnableCase[]> {
  const written = (test.cases ?? []).map((one) => ({ case: one, isRow: false }));
  if (test.dataset === undefined) return written;
  const rows = await readDataset(test.dataset, (file) => sources.readFile(test.flow, file));
  return [...written, ...rows.map((row) => ({ case: fitRow(row, ports), isRow: true }))];
}

/** What is wrong with a test, held against its flow: see `checkFlowTest`; and patterns that are none. */
export async function checkTest(test: FlowTestDocument, ports: FlowInterface): Promise<Issue[]> {
  const issues = checkFlowTest(test, ports);
  const all = [...(test.cases ?? []), ...(test.dataset === undefined ? [] : [test.dataset])];
  for (const { matches } of all.flatMap(({ expect = [] }) => expect)) {
    if (matches === undefined) continue;
    await compilePattern(matches).catch((error: unknown) => {
      if (!Problem.is(error)) throw error;
      issues.push({ code: error.code, severity: 'error', params: error.params });
    });
  }
  return issues;
}

/** Inputs with `{file}` as values of files that the flow may read. */
export async function withFiles(
  { findFile }: Pick<FlowTestSources, 'findFile'>,
  flowId: string,
  one: TestCase,
): Promise<TestCase> {
  const inputs = Object.entries(one.inputs ?? {}).map(async ([id, value]) => [id, await read(value)] as const);
  return { ...one, inputs: Object.fromEntries(await Promise.all(inputs)) };

  async function read(value: JsonValue): Promise<JsonValue> {
    if (!isJsonObject(value) || Object.keys(value).length !== 1) return value;
    const { file } = value;
    return typeof file === 'string' ? await findFile(flowId, file) : value;
  }
}
