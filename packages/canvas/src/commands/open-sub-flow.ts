import {
  isInterfaceRole,
  nodesById,
  ownValue,
  parseAddress,
  sourcesOf,
  wireOf,
  type Descriptors,
  type FlowDocument,
  type FlowNode,
  type Input,
  type NodeRole,
} from '@jacquard/flow';
import type { Command, NodeDraft } from '../command.ts';
import { errorBroughtBy } from '../connection/error-brought-by.ts';
import { eachNode, findNode } from '../find-node.ts';
import { nodeIdFor } from '../node-id-for.ts';
import { scopeOrigin } from './edit-scope.ts';
import { refuse, type Refused } from './plan-sub-flow.ts';
import { substituteSources } from './substitute-sources.ts';

interface Opening {
  readonly nodes: Readonly<Record<string, NodeDraft>>;
  readonly outputs: Readonly<Record<string, { readonly from: string }>>;
  /** The ids that the other flow's nodes have here. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Opens a closed sub-flow in place: a copy of the other flow's nodes stands in the node, wired to what it was given. The
 * other flow stays. Refused when an output of it isn't made by a node, and for each error that the flow would get.
 */
export function planOpenedSubFlow(
  flow: FlowDocument,
  descriptors: Descriptors,
  id: string,
  other: FlowDocument,
): { readonly command: Command } | Refused {
  const node = nodesById(flow).get(id)?.node;
  if (!node || node.nodes) return refuse('selection-not-wrappable');
  const opening = openNodes(flow, descriptors, node, other);
  if ('refused' in opening) return opening;
  const command = openInPlace(id, opening, other);
  const error = errorBroughtBy(flow, descriptors, command);
  return error ? refuse(error.code, error.params) : { command };
}

function openNodes(
  flow: FlowDocument,
  descriptors: Descriptors,
  caller: FlowNode,
  other: FlowDocument,
): Opening | Refused {
  const roleOf = ({ type }: FlowNode): NodeRole | undefined => descriptors.get(type)?.role;
  const kept = Object.entries(other.nodes).filter(([, node]) => !isInterfaceRole(roleOf(node)));
  const names = freshNames(flow, Object.fromEntries(kept));
  const given = (address: string): Input | undefined => {
    const { node: source, port } = parseAddress(address);
    const io = ownValue(other.nodes, source);
    if (!io || roleOf(io) !== 'flow-input') return { from: `${names.get(source) ?? source}.${port}` };
    return ownValue(caller.inputs, source) ?? ownValue(io.inputs, 'default');
  };
  const outputs: Record<string, { from: string }> = {};
  for (const [name, node] of Object.entries(other.nodes)) {
    if (roleOf(node) !== 'flow-output' || node.disabled === true) continue;
    const read = Object.values(node.inputs ?? {}).find((input) => sourcesOf(input).length > 0);
    const from = wireOf(read && wireOf(read) ? given(wireOf(read) ?? '') : undefined);
    if (from === undefined) return refuse('sub-flow-output-fixed', { output: node.title ?? name });
    outputs[name] = { from };
  }
  const nodes = Object.fromEntries(kept.map(([name, node]) => [names.get(name) ?? name, copyOf(node, names, given)]));
  return { nodes, outputs, names };
}

function copyOf(
  node: FlowNode,
  names: ReadonlyMap<string, string>,
  given: (address: string) => Input | undefined,
): NodeDraft {
  const copy = structuredClone(node) as NodeDraft; // boundary: a deep copy of plain data may be changed
  substituteSources(copy, given);
  if (node.nodes) {
    const inner = Object.entries(node.nodes).map(([id, one]) => [names.get(id) ?? id, copyOf(one, names, given)]);
    copy.nodes = Object.fromEntries(inner) as Record<string, NodeDraft>; // boundary: made of drafts just above
  }
  return copy;
}

function freshNames(flow: FlowDocument, nodes: Readonly<Record<string, FlowNode>>): Map<string, string> {
  const existing = nodesById(flow);
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, node } of nodesById({ nodes }).values()) {
    const name = existing.has(id) || taken.has(id) ? nodeIdFor(node.type, flow, taken) : id;
    names.set(id, name);
    taken.add(name);
  }
  return names;
}

function openInPlace(id: string, { nodes, outputs, names }: Opening, other: FlowDocument): Command {
  return (draft) => {
    const node = findNode(draft, id)?.node;
    if (!node) return;
    delete node.inputs;
    node.nodes = { ...nodes };
    node.outputs = { ...outputs };
    const types = draft.types ?? (draft.types = {});
    eachNode(nodes, ({ type }) => {
      types[type] ??= other.types?.[type] ?? 1;
    });
    const layout = draft.layout ?? (draft.layout = {});
    const places = layout.nodes ?? (layout.nodes = {});
    const tops = Object.keys(nodes);
    const known = [...names].flatMap(([old, name]) => {
      const place = ownValue(other.layout?.nodes, old);
      return place ? [{ name, place, isTop: tops.includes(name) }] : [];
    });
    const left = Math.min(...known.filter(({ isTop }) => isTop).map(({ place }) => place.x));
    const top = Math.min(...known.filter(({ isTop }) => isTop).map(({ place }) => place.y));
    for (const { name, place, isTop } of known)
      places[name] = isTop ? { ...place, x: place.x - left + scopeOrigin.x, y: place.y - top + scopeOrigin.y } : place;
  };
}
