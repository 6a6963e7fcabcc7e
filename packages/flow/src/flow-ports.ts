import { parseAddress } from './address.ts';
import type { Descriptors } from './descriptor.ts';
import type { FlowDocument } from './flow-document.ts';
import { topologicalOrder } from './graph.ts';
import { sourcesOf } from './input-form.ts';
import type { Kind } from './kind.ts';
import { isReadInside, nodeInputs } from './node-inputs.ts';
import type { NodePorts, PortsContext } from './node-ports.ts';
import { nodesById, type PlacedNode } from './nodes-by-id.ts';
import { ownValue } from './own-value.ts';
import { bindVariables, substitutePorts } from './bind-variables.ts';
import { resolvePorts } from './resolve-ports.ts';

/**
 * The ports of all nodes of a flow, in all scopes, with type variables replaced by what is wired to them. A variable to
 * which nothing is wired yet stays one: it fits everything. Nodes of unknown types have no entry. Takes linear time.
 */
export function flowPorts(
  flow: Pick<FlowDocument, 'nodes'>,
  descriptors: Descriptors,
  context: PortsContext = {},
  nodes: ReadonlyMap<string, PlacedNode> = nodesById(flow),
): ReadonlyMap<string, NodePorts> {
  const ports = new Map<string, NodePorts>();
  const outputKind = (address: string): Kind | undefined => {
    const { node, port } = parseAddress(address);
    const found = ports.get(node);
    return (ownValue(found?.outputs, port) ?? ownValue(found?.inner, port))?.kind;
  };
  const resolve = (id: string): void => {
    const node = nodes.get(id)?.node;
    const descriptor = node && descriptors.get(node.type);
    if (node === undefined || descriptor === undefined) return;
    const resolved = resolvePorts(node, descriptor, { ...context, outputKind });
    ports.set(id, substitutePorts(resolved, bindVariables(node, resolved, outputKind)));
  };
  const order = topologicalOrder(stages(nodes)).map(stageNode);
  for (const id of order) resolve(id);
  const ordered = new Set(order);
  for (const id of nodes.keys()) if (!ordered.has(id)) resolve(id);
  return ports;
}

/**
 * A scope is looked at twice: when it begins its inner ports are known, when it ends its outputs are. So its two stages
 * are two nodes of the graph, `id` and `id>`.
 */
function stages(nodes: ReadonlyMap<string, PlacedNode>): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const { id, node, parent } of nodes.values()) {
    const inScope = parent === undefined ? [] : [parent];
    const begin = [...inScope];
    const end = [id];
    for (const { place, input } of nodeInputs(node)) {
      const sources = sourcesOf(input).map((address) => stageOf(nodes, parseAddress(address).node, parent, id));
      (isReadInside(place) ? end : begin).push(...sources);
    }
    graph.set(id, begin);
    if (node.nodes === undefined) continue;
    for (const { from } of Object.values(node.outputs ?? {})) {
      end.push(stageOf(nodes, parseAddress(from).node, id, undefined));
    }
    graph.set(`${id}>`, end);
  }
  return graph;
}

function stageOf(
  nodes: ReadonlyMap<string, PlacedNode>,
  source: string,
  scope: string | undefined,
  own: string | undefined,
): string {
  if (nodes.get(source)?.node.nodes === undefined) return source;
  let around = scope;
  while (around !== undefined && around !== source) around = nodes.get(around)?.parent;
  return around === source || source === own ? source : `${source}>`;
}

function stageNode(stage: string): string {
  return stage.endsWith('>') ? stage.slice(0, -1) : stage;
}
