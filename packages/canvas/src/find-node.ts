import type { FlowDraft, NodeDraft } from './command.ts';

/** Nodes by id, of one scope. */
export type NodesDraft = FlowDraft['nodes'];

/** A node of any scope, with the record that holds it. */
export interface FoundNode {
  readonly node: NodeDraft;
  readonly siblings: NodesDraft;
  /** The scope around it; undefined at the top. */
  readonly scope: string | undefined;
}

/** Finds a node in all scopes. */
export function findNode(draft: { nodes: NodesDraft }, id: string): FoundNode | undefined {
  return findIn(draft.nodes, id, undefined);
}

function findIn(siblings: NodesDraft, id: string, scope: string | undefined): FoundNode | undefined {
  if (Object.hasOwn(siblings, id)) {
    const node = siblings[id];
    return node && { node, siblings, scope };
  }
  for (const [name, { nodes }] of Object.entries(siblings)) {
    const found = nodes && findIn(nodes, id, name);
    if (found) return found;
  }
  return undefined;
}

/** Calls `visit` for each node of all scopes. */
export function eachNode(siblings: NodesDraft, visit: (node: NodeDraft, id: string) => void): void {
  for (const [id, node] of Object.entries(siblings)) {
    visit(node, id);
    if (node.nodes) eachNode(node.nodes, visit);
  }
}
