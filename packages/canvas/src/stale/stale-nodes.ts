import {
  createValueGraph,
  externalOf,
  nodesById,
  ownValue,
  type Descriptors,
  type FlowDocument,
  type ValueGraph,
} from '@jacquard/flow';
import { nodeSignature } from './node-signature.ts';
import { sameValue, sameValues, type PortValues } from './same-values.ts';

/** A run that values on the canvas come from, as far as they can be told stale by. */
export interface PastRun {
  /** The document that ran, with the versions of its node types. */
  readonly flow: FlowDocument;
  /** What the flow's inputs were, defaults taken. */
  readonly inputs: PortValues;
  /** Outputs that were given with the run, by node or by the path of one step. */
  readonly given: Readonly<Record<string, PortValues>>;
  /** The outputs of a node, as long as it has no more than one step. */
  outputsOf(node: string): PortValues | undefined;
}

/** What the next run would stand on. */
export interface NextRun {
  readonly document: FlowDocument;
  /** What the flow's inputs would be, defaults taken; absent for one whose default is a file or a setting. */
  readonly inputs: PortValues;
  /** Values that are pinned, and would be taken. */
  readonly pins: ReadonlyMap<string, PortValues>;
  /** Nodes that stand on something that changed outside of the document: a model, a knowledge base, a called flow. */
  readonly touched?: ReadonlySet<string> | undefined;
}

/**
 * The nodes whose value no longer follows from the document: those that were changed since the run, or whose input or pin
 * was, and everything that hangs on them. Titles, places and notes change nothing. Nodes that are new are among them.
 */
export function staleNodes(past: PastRun, next: NextRun, descriptors: Descriptors): Set<string> {
  const graph = graphOf(next.document, descriptors);
  const changed = changedNodes(past, next, descriptors, graph);
  return graph.following(changed, stopsOf(next, graph));
}

/** Which values of a document follow from which. */
export function graphOf(document: FlowDocument, descriptors: Descriptors): ValueGraph {
  return createValueGraph(document, (type) => descriptors.get(type)?.role !== 'sub-flow');
}

/** The nodes that were changed themselves. */
export function changedNodes(past: PastRun, next: NextRun, descriptors: Descriptors, graph: ValueGraph): Set<string> {
  const before = nodesById(past.flow);
  const changed = new Set<string>();
  for (const { id, node, parent } of graph.nodes.values()) {
    const old = before.get(id);
    const isOff = node.disabled === true;
    const wasOff = old?.node.disabled === true;
    const isOther = () =>
      next.pins.has(id)
        ? isOtherPin(past, next, id)
        : old === undefined ||
          old.parent !== parent ||
          wasPinned(past, id) ||
          next.touched?.has(id) === true ||
          isOtherNode(past, next, descriptors, { id, node, old: old.node });
    // One that is off gives nothing, be it pinned or an input that is filled in.
    if (isOff || wasOff ? isOff !== wasOff : isOther()) changed.add(id);
  }
  return changed;
}

/** Nodes that take nothing over from what they read: a pinned value is what it is, and a disabled node has none. */
export function stopsOf({ pins }: NextRun, graph: ValueGraph): Set<string> {
  const disabled = [...graph.nodes.values()].filter(({ node }) => node.disabled === true);
  return new Set([...pins.keys(), ...disabled.map(({ id }) => id)]);
}

function isOtherPin({ given, outputsOf }: PastRun, { pins }: NextRun, id: string): boolean {
  const was = ownValue(given, id) ?? outputsOf(id);
  return was === undefined || !sameValues(was, pins.get(id) ?? {});
}

/** Its value, or that of one of its steps, was given with the run, and would not be again. */
function wasPinned({ given }: PastRun, id: string): boolean {
  return Object.keys(given).some((key) => key === id || key.endsWith(`/${id}`));
}

type Before = { readonly [Key in 'node' | 'old']: FlowDocument['nodes'][string] } & { readonly id: string };

function isOtherNode(past: PastRun, next: NextRun, descriptors: Descriptors, { id, node, old }: Before): boolean {
  const descriptor = descriptors.get(node.type);
  if (descriptor?.role === 'flow-input' && node.type === old.type) {
    const value = ownValue(next.inputs, id);
    const standard = ownValue(node.inputs, 'default');
    if (value === undefined && externalOf(standard) !== undefined) {
      return JSON.stringify(standard) !== JSON.stringify(ownValue(old.inputs, 'default'));
    }
    return !sameValue(value, ownValue(past.inputs, id));
  }
  const was = nodeSignature(old, descriptors.get(old.type), past.flow.types?.[old.type]);
  return nodeSignature(node, descriptor, descriptor?.version) !== was;
}
