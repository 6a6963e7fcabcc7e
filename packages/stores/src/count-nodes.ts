import type { FlowNode } from '@jacquard/flow';

/** How many nodes a flow has, those inside scopes counted. */
export function countNodes(nodes: Readonly<Record<string, FlowNode>>): number {
  let count = 0;
  for (const node of Object.values(nodes)) count += 1 + countNodes(node.nodes ?? {});
  return count;
}
