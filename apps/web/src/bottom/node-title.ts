import { nodesById, type Descriptors, type FlowDocument, type Language } from '@jacquard/flow';

/** What a node is called on the page: its own name, that of its type, or its id. */
export function nodeTitle(
  id: string,
  document: FlowDocument | undefined,
  descriptors: Descriptors,
  language: Language,
): string {
  const node = document && nodesById(document).get(id)?.node;
  return node?.title ?? (node && descriptors.get(node.type)?.title[language]) ?? id;
}
