import {
  canonicalJson,
  literalOf,
  ownValue,
  type Descriptor,
  type FlowNode,
  type Input,
  type JsonValue,
} from '@jacquard/flow';

/** Inputs of a loop that say how it goes about its work and change no value. */
const paceOnly: Readonly<Partial<Record<Descriptor['role'], ReadonlySet<string>>>> = {
  'for-each': new Set(['concurrency']),
};

const known = new WeakMap<FlowNode, { readonly descriptor: Descriptor | undefined; readonly text: string }>();

/**
 * What a node's value follows from, beside the values that it reads: its type and version, what stands in its fields, where
 * its wires begin, and, of a scope, how its inner graph ends. The same text for inputs that mean the same: a default that
 * is written out, lines or a text. Titles, retries and places are no part of it; neither are the nodes inside a scope.
 */
export function nodeSignature(node: FlowNode, descriptor: Descriptor | undefined, version: number | undefined): string {
  const cached = known.get(node);
  const text = cached?.descriptor === descriptor && cached ? cached.text : writeSignature(node, descriptor);
  if (cached?.text !== text) known.set(node, { descriptor, text });
  return `${version ?? ''} ${text}`;
}

function writeSignature(node: FlowNode, descriptor: Descriptor | undefined): string {
  const ports = Object.entries(descriptor?.inputs ?? {});
  const names = new Set([...ports.map(([name]) => name), ...Object.keys(node.inputs ?? {})]);
  const ignored = descriptor && paceOnly[descriptor.role];
  const inputs = [...names]
    .filter((name) => ignored?.has(name) !== true)
    .flatMap((name) => {
      const input = ownValue(node.inputs, name);
      const value = input === undefined || input === null ? ownValue(descriptor?.inputs, name)?.default : plain(input);
      return value === undefined ? [] : [[name, value] as const];
    })
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const { type, disabled = false, state = {}, until, outputs = {} } = node;
  const states = Object.entries(state).map(([name, { first, next }]) => [name, plain(first), plain(next)]);
  const end = { states, until: until === undefined ? null : plain(until), outputs: outputs as unknown as JsonValue }; // boundary: part of a document, so JSON
  return canonicalJson({ type, disabled, inputs: inputs as unknown as JsonValue, ...end }); // boundary: pairs of JSON
}

function plain(input: Input): JsonValue {
  return literalOf(input) ?? (input as JsonValue); // boundary: an input is JSON
}
