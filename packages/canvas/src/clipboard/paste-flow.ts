import { nodesById, ownValue, parseAddress, type FlowDocument, type PlacedNode } from '@jacquard/flow';
import type { Command, NodeDraft } from '../command.ts';
import type { Position } from '../commands/add-node.ts';
import { rewireNode } from '../commands/rewire-node.ts';
import { eachNode, findNode } from '../find-node.ts';
import { nodeIdFor } from '../node-id-for.ts';

/** What a paste adds, and the ids that the pasted nodes have now. */
export interface Paste {
  readonly command: Command;
  readonly ids: readonly string[];
}

/**
 * Pastes nodes under free ids, their upper left corner at `position`. Wires among them stay; those to nodes that were
 * not copied stay where the document has such a node in sight, and go otherwise. `scope`: they are pasted inside of it.
 */
export function pasteFlow(flow: FlowDocument, pasted: FlowDocument, position: Position, scope?: string): Paste {
  const names = freshNames(flow, pasted);
  const existing = nodesById(flow);
  const replace = (address: string): string | undefined => {
    const { node, port } = parseAddress(address);
    const name = names.get(node);
    if (name !== undefined) return `${name}.${port}`;
    return isInSight(existing, node, scope) ? address : undefined;
  };
  const command: Command = (draft) => {
    const siblings = scope === undefined ? draft.nodes : findNode(draft, scope)?.node.nodes;
    if (!siblings) return;
    for (const [id, node] of Object.entries(pasted.nodes)) {
      const copy = renamed(structuredClone(node) as NodeDraft, names); // boundary: a deep copy of plain data may be changed
      siblings[names.get(id) ?? id] = copy;
      eachNode({ [id]: copy }, (inner) => {
        rewireNode(inner, replace);
        (draft.types ?? (draft.types = {}))[inner.type] ??= pasted.types?.[inner.type] ?? 1;
      });
    }
    placePasted(pasted, names, position)(draft);
  };
  return { command, ids: Object.keys(pasted.nodes).map((id) => names.get(id) ?? id) };
}

/** Whether a node in this scope may read another: it stands beside it, around it, or beside what is around it. */
function isInSight(nodes: ReadonlyMap<string, PlacedNode>, id: string, scope: string | undefined): boolean {
  const owner = nodes.get(id);
  if (!owner) return false;
  for (let at = scope; at !== undefined; at = nodes.get(at)?.parent) if (at === id || at === owner.parent) return true;
  return owner.parent === undefined;
}

function freshNames(flow: FlowDocument, pasted: FlowDocument): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const existing = nodesById(flow);
  for (const { id, node } of nodesById(pasted).values()) {
    const name = existing.has(id) || taken.has(id) ? nodeIdFor(node.type, flow, taken) : id;
    names.set(id, name);
    taken.add(name);
  }
  return names;
}

function renamed(node: NodeDraft, names: ReadonlyMap<string, string>): NodeDraft {
  if (node.nodes) {
    node.nodes = Object.fromEntries(
      Object.entries(node.nodes).map(([id, inner]) => [names.get(id) ?? id, renamed(inner, names)]),
    );
  }
  return node;
}

function placePasted(pasted: FlowDocument, names: ReadonlyMap<string, string>, position: Position): Command {
  const places = pasted.layout?.nodes ?? {};
  const tops = Object.keys(pasted.nodes).flatMap((id) => ownValue(places, id) ?? []);
  const left = Math.min(...tops.map(({ x }) => x), Infinity);
  const top = Math.min(...tops.map(({ y }) => y), Infinity);
  return (draft) => {
    const layout = draft.layout ?? (draft.layout = {});
    const into = layout.nodes ?? (layout.nodes = {});
    for (const [id, place] of Object.entries(places)) {
      const name = names.get(id);
      if (name === undefined) continue;
      const isTop = Object.hasOwn(pasted.nodes, id);
      const shift = isTop && Number.isFinite(left) ? { x: position.x - left, y: position.y - top } : { x: 0, y: 0 };
      into[name] = { ...place, x: Math.round(place.x + shift.x), y: Math.round(place.y + shift.y) };
    }
  };
}
