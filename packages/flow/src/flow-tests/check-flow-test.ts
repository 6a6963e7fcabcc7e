import type { FlowInterface, FlowPort } from '../flow-port.ts';
import type { Issue } from '../issue.ts';
import { isJsonObject } from '../json-equals.ts';
import type { JsonValue } from '../json.ts';
import { nearest } from '../nearest.ts';
import type { Assertion } from './assertion.ts';
import type { FlowTestDocument } from './flow-test-document.ts';

/** What of a file of tests doesn't fit the flow that it is for: inputs and outputs that there are not, two cases of one name, … */
export function checkFlowTest(test: FlowTestDocument, { inputs, outputs }: FlowInterface): Issue[] {
  const issues: Issue[] = [];
  const say = (code: string, params: Issue['params']): void => void issues.push({ code, severity: 'error', params });
  const names = new Set<string>();
  for (const { name, expect = [], snapshot = {}, inputs: given = {} } of test.cases ?? []) {
    if (names.has(name)) say('test-case-twice', { name });
    names.add(name);
    for (const id of Object.keys(given)) checkPort(say, 'test-input-unknown', id, inputs, name);
    for (const { id, optional } of inputs)
      if (!optional && !Object.hasOwn(given, id)) say('test-input-missing', { case: name, input: id });
    for (const id of Object.keys(snapshot)) checkPort(say, 'test-output-unknown', id, outputs, name);
    checkAssertions(say, expect, outputs, { name, hasColumns: false });
  }
  const { dataset } = test;
  if (dataset !== undefined) {
    const { file, rows, inputs: columns, expect = [] } = dataset;
    if ((file === undefined) === (rows === undefined)) say('test-dataset-source', {});
    for (const id of Object.keys(columns)) checkPort(say, 'test-input-unknown', id, inputs, 'dataset');
    for (const { id, optional } of inputs)
      if (!optional && !Object.hasOwn(columns, id)) say('test-input-missing', { case: 'dataset', input: id });
    checkAssertions(say, expect, outputs, { name: 'dataset', hasColumns: true });
  }
  return issues;
}

type Say = (code: string, params: Issue['params']) => void;

function checkAssertions(
  say: Say,
  assertions: readonly Assertion[],
  outputs: readonly FlowPort[],
  { name, hasColumns }: { readonly name: string; readonly hasColumns: boolean },
): void {
  for (const assertion of assertions) {
    if (assertion.output !== undefined) checkPort(say, 'test-output-unknown', assertion.output, outputs, name);
    const { equals, contains, near, similar, judged } = assertion;
    const isColumn = [equals, contains, near, similar, judged].some((value) => isColumnReference(value));
    if (isColumn && !hasColumns) say('test-column-outside', { case: name });
  }
}

/** True for `{column}` and nothing besides. */
export function isColumnReference(value: JsonValue | undefined): value is { readonly column: string } {
  return isJsonObject(value) && Object.keys(value).length === 1 && typeof value['column'] === 'string';
}

function checkPort(say: Say, code: string, id: string, ports: readonly FlowPort[], name: string): void {
  const ids = ports.map((port) => port.id);
  if (!ids.includes(id)) say(code, { case: name, port: id, near: nearest(id, ids) ?? null });
}
