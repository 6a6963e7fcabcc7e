import { Problem } from '../problem.ts';
import type { JsonValue } from '../json.ts';
import { ownValue } from '../own-value.ts';
import type { Assertion } from './assertion.ts';
import { isColumnReference } from './check-flow-test.ts';
import { testLimits, type TestCase, type TestDataset } from './flow-test-document.ts';

type Row = Readonly<Record<string, JsonValue>>;

/** Rows of a dataset are named by their number, from 1. */
const rowName = (number: number): string => `row ${number}`;

/** A case for each row. Throws `test-column-missing` for a column that a row hasn't, `test-too-many-rows`. */
export function expandDataset({ inputs, expect = [] }: TestDataset, rows: readonly Row[]): TestCase[] {
  if (rows.length > testLimits.rows) throw new Problem('test-too-many-rows', { most: testLimits.rows });
  return rows.map((row, place) => ({
    name: rowName(place + 1),
    inputs: Object.fromEntries(Object.entries(inputs).map(([id, column]) => [id, cell(row, column, place)])),
    expect: expect.map((assertion) => withRow(assertion, row, place)),
  }));
}

function withRow(assertion: Assertion, row: Row, place: number): Assertion {
  const read = (value: JsonValue | undefined): JsonValue | undefined =>
    isColumnReference(value) ? cell(row, value.column, place) : value;
  const { equals, contains, similar, judged, near } = assertion;
  return {
    ...assertion,
    ...(equals !== undefined && { equals: read(equals) }),
    ...(isColumnReference(contains) && { contains: textOf(read(contains)) }),
    ...(isColumnReference(similar) && { similar: textOf(read(similar)) }),
    ...(isColumnReference(judged) && { judged: textOf(read(judged)) }),
    ...(isColumnReference(near) && { near: Number(read(near)) }),
  };
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function cell(row: Row, column: string, place: number): JsonValue {
  const value = ownValue(row, column);
  if (value === undefined) throw new Problem('test-column-missing', { column, row: place + 1 });
  return value;
}
