import { jsonEquals, type InputPort, type JsonValue, type NodePorts, type OutputPort } from '@jacquard/flow';

type Ports = Readonly<Record<string, InputPort | OutputPort>>;

/** True when two projections of a node have the same ports in the same order. */
export function samePorts(one: NodePorts, other: NodePorts): boolean {
  return (
    sameRecord(one.inputs, other.inputs) && sameRecord(one.outputs, other.outputs) && sameRecord(one.inner, other.inner)
  );
}

function sameRecord(one: Ports, other: Ports): boolean {
  const names = Object.keys(one);
  const others = Object.keys(other);
  return (
    names.length === others.length &&
    names.every((name, index) => name === others[index] && samePort(one[name], other[name]))
  );
}

function samePort(one: InputPort | OutputPort | undefined, other: InputPort | OutputPort | undefined): boolean {
  return one === other || jsonEquals(one as JsonValue, other as JsonValue); // boundary: descriptors are JSON
}
