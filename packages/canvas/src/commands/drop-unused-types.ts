import type { FlowDraft } from '../command.ts';
import { eachNode } from '../find-node.ts';

/** `types` names the types that the document has, and no others. */
export function dropUnusedTypes(draft: FlowDraft): void {
  const used = new Set<string>();
  eachNode(draft.nodes, (node) => used.add(node.type));
  for (const type of Object.keys(draft.types ?? {})) if (!used.has(type)) delete draft.types?.[type];
}
