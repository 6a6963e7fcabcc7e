import type { FlowDocument, FlowNode } from './flow-document.ts';

/** A node and where it stands. `parent` is the id of the scope around it; undefined at the top. */
export interface PlacedNode {
  readonly id: string;
  readonly node: FlowNode;
  readonly parent: string | undefined;
}

/**
 * All nodes of a flow by id, those inside scopes too: a scope before what it holds, otherwise in the order written. Of
 * two nodes with one id the first counts; `checkFlow` reports it.
 */
export function nodesById(flow: Pick<FlowDocument, 'nodes'>): Map<string, PlacedNode> {
  const found = new Map<string, PlacedNode>();
  for (const placed of placedNodes(flow)) if (!found.has(placed.id)) found.set(placed.id, placed);
  return found;
}

/** All nodes, those with an id that another one has, too. */
export function placedNodes(flow: Pick<FlowDocument, 'nodes'>): PlacedNode[] {
  const placed: PlacedNode[] = Object.entries(flow.nodes).map(([id, node]) => ({ id, node, parent: undefined }));
  for (let at = 0; at < placed.length; at += 1) {
    const scope = placed[at];
    if (scope?.node.nodes === undefined) continue;
    for (const [id, node] of Object.entries(scope.node.nodes)) placed.push({ id, node, parent: scope.id });
  }
  return placed;
}
