import type { Assertion, FlowInterface, JsonValue, Kind, TestCase } from '@jacquard/flow';

/** A table's cell says little of its kind: where the flow takes or gives text, a number in a cell is the text of it. */
export function fitRow(row: TestCase, { inputs, outputs }: FlowInterface): TestCase {
  const kindOf = new Map([...inputs, ...outputs].map(({ id, kind }) => [id, kind]));
  const given = Object.entries(row.inputs ?? {}).flatMap(([id, value]) => {
    const fitted = fit(value, kindOf.get(id));
    return fitted === undefined ? [] : [[id, fitted] as const];
  });
  return {
    ...row,
    inputs: Object.fromEntries(given),
    expect: (row.expect ?? []).map((assertion): Assertion => {
      const { equals, output = '', path } = assertion;
      if (equals === undefined || path !== undefined) return assertion;
      return { ...assertion, equals: fit(equals, kindOf.get(output)) ?? '' };
    }),
  };
}

/** An empty cell is no value. */
function fit(value: JsonValue, kind: Kind | undefined): JsonValue | undefined {
  if (value === null) return undefined;
  if (kind?.kind === 'text' || kind?.kind === 'choice') return typeof value === 'object' ? value : String(value);
  if (typeof value !== 'string' || (kind?.kind !== 'json' && kind?.kind !== 'boolean')) return value;
  try {
    return JSON.parse(value) as JsonValue; // boundary: what JSON has read is JSON
  } catch {
    return value;
  }
}
