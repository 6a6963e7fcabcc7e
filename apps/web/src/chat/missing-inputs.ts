import type { FlowPort, JsonValue } from '@jacquard/flow';

/** The inputs without which a run can't begin: needed and empty, or filled with what isn't a value. */
export function missingInputs(
  inputs: readonly FlowPort[],
  values: Readonly<Record<string, JsonValue>>,
  unreadable: readonly string[],
): readonly FlowPort[] {
  return inputs.filter((port) => unreadable.includes(port.id) || isMissing(port, values[port.id]));
}

/** True for a needed input that has neither a value nor a default. */
export function isMissing(port: FlowPort, value: JsonValue | undefined): boolean {
  return !port.optional && port.default === undefined && port.defaultFrom === undefined && value === undefined;
}
