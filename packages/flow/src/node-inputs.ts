import type { FlowNode } from './flow-document.ts';
import type { Input } from './input.ts';

/**
 * An input of a node and where it is written. `first` of a scope's state is read outside, `next` and `until` inside;
 * a `fallback` is read when the step has failed.
 */
export interface NodeInput {
  readonly place: 'inputs' | 'first' | 'next' | 'until' | 'fallback';
  readonly port: string;
  readonly input: Input;
}

/** Everything that a node reads, in the order of the file. */
export function nodeInputs(node: FlowNode): NodeInput[] {
  const found: NodeInput[] = [];
  for (const [port, input] of Object.entries(node.inputs ?? {})) found.push({ place: 'inputs', port, input });
  for (const [port, { first, next }] of Object.entries(node.state ?? {})) {
    found.push({ place: 'first', port, input: first }, { place: 'next', port, input: next });
  }
  if (node.until !== undefined) found.push({ place: 'until', port: 'until', input: node.until });
  if (typeof node.onError === 'object') {
    for (const [port, input] of Object.entries(node.onError.fallback)) found.push({ place: 'fallback', port, input });
  }
  return found;
}

/** Whether an input is read by the scope's inner graph rather than by the graph around the node. */
export function isReadInside(place: NodeInput['place']): boolean {
  return place === 'next' || place === 'until';
}
