import type { FlowDocument, FlowNode } from './flow-document.ts';
import type { Input } from './input.ts';
import type { JsonValue } from './json.ts';
import { ownValue } from './own-value.ts';
import { Problem } from './problem.ts';

/** A node type as migrations know it: its version now, and the steps that lead there, each from the version that it names. */
export interface MigratedType {
  readonly descriptor: { readonly version: number };
  readonly migrations?:
    | Readonly<Record<number, (inputs: Readonly<Record<string, JsonValue>>) => Readonly<Record<string, JsonValue>>>>
    | undefined;
}

/**
 * Brings every node to the version of its type that runs here, and records it in `types`. Unknown types, and those that
 * a newer Jacquard wrote, stay as they are (`checkFlow` reports them); the same object comes back when nothing changes.
 * Throws `migration-failed` when a step of a node type breaks.
 */
export function migrateFlow(flow: FlowDocument, find: (type: string) => MigratedType | undefined): FlowDocument {
  const types = new Map<string, number>();
  const nodes = migrateNodes(flow.nodes, flow.types ?? {}, find, types);
  const recorded = Object.entries(flow.types ?? {});
  const isCurrent = recorded.length === types.size && recorded.every(([type, version]) => types.get(type) === version);
  if (nodes === flow.nodes && isCurrent) return flow;
  return { ...flow, nodes, types: Object.fromEntries([...types].toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

type Nodes = FlowDocument['nodes'];

function migrateNodes(
  nodes: Nodes,
  versions: Readonly<Record<string, number>>,
  find: (type: string) => MigratedType | undefined,
  types: Map<string, number>,
): Nodes {
  const migrated = Object.entries(nodes).map(([id, node]): [string, FlowNode] => [
    id,
    migrateNode(id, node, versions, find, types),
  ]);
  return migrated.every(([id, node]) => node === nodes[id]) ? nodes : Object.fromEntries(migrated);
}

function migrateNode(
  id: string,
  node: FlowNode,
  versions: Readonly<Record<string, number>>,
  find: (type: string) => MigratedType | undefined,
  types: Map<string, number>,
): FlowNode {
  const known = find(node.type);
  const written = ownValue(versions, node.type);
  const current = known?.descriptor.version ?? written;
  if (current !== undefined) types.set(node.type, Math.max(current, written ?? current));
  const inside = node.nodes && migrateNodes(node.nodes, versions, find, types);
  const inputs = known && written !== undefined ? migrateInputs(id, node, written, known) : node.inputs;
  if (inside === node.nodes && inputs === node.inputs) return node;
  return { ...node, ...(inputs && { inputs }), ...(inside && { nodes: inside }) };
}

function migrateInputs(id: string, node: FlowNode, written: number, known: MigratedType): FlowNode['inputs'] {
  let inputs = node.inputs;
  for (let version = written; version < known.descriptor.version; version += 1) {
    const migrate = known.migrations?.[version];
    if (migrate === undefined) continue;
    try {
      // boundary: inputs are JSON, and a migration is code of the node type, tested with it
      inputs = migrate((inputs ?? {}) as Readonly<Record<string, JsonValue>>) as Readonly<Record<string, Input>>;
    } catch (cause) {
      throw new Problem('migration-failed', { type: node.type, version }, { kind: 'bug', node: id, cause });
    }
  }
  return inputs;
}
