import { writeFileValue, type FlowTestDocument, type JsonValue, type TestCase } from '@jacquard/flow';

/** The test with these outputs as a case's snapshot; those that it had and that aren't named stay. */
export function acceptOutputs(
  test: FlowTestDocument,
  name: string,
  outputs: Readonly<Record<string, JsonValue>>,
  named: readonly string[] = Object.keys(outputs),
): FlowTestDocument {
  const accept = (one: TestCase): TestCase => {
    const values = Object.entries(one.snapshot ?? {}).filter(([id]) => !named.includes(id));
    const accepted = named.flatMap((id) => {
      const value = Object.hasOwn(outputs, id) ? outputs[id] : undefined;
      return value === undefined ? [] : [[id, writeFileValue(value)] as const];
    });
    return { ...one, snapshot: Object.fromEntries([...values, ...accepted]) };
  };
  return { ...test, cases: (test.cases ?? []).map((one) => (one.name === name ? accept(one) : one)) };
}
