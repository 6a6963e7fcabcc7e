import {
  isObjectInput,
  nodesById,
  type Descriptor,
  type Descriptors,
  type FlowDocument,
  type FlowNode,
} from '@jacquard/flow';

/** What a step can be wired to besides models that asks the world: searching and embedding. */
const worldly: ReadonlySet<string> = new Set(['knowledge-base', 'embeddings']);

/** All nodes of a flow and of the flows that it calls, by id. */
export function nodesOf(documents: readonly FlowDocument[]): ReadonlyMap<string, FlowNode> {
  const found = new Map<string, FlowNode>();
  for (const document of documents)
    for (const [id, { node }] of nodesById(document)) if (!found.has(id)) found.set(id, node);
  return found;
}

/**
 * Whether a step asks the world something that no recorded answer of a model stands for: an address, a search, a person, an effect.
 * Its outputs are recorded as a whole, and it doesn't run in a test.
 */
export function isPinned(node: FlowNode | undefined, descriptors: Descriptors): boolean {
  const descriptor = node && descriptors.get(node.type);
  if (node === undefined || descriptor === undefined) return false;
  if (descriptor.role !== 'step' && descriptor.role !== 'switch') return false;
  if (descriptor.effects !== 'none' || descriptor.reaches === 'address') return true;
  if (descriptor.reaches === 'model' && !hasWired(node, descriptor, (kind) => kind === 'chat-model')) return true;
  return hasWired(node, descriptor, (kind) => worldly.has(kind));
}

function hasWired(node: FlowNode, descriptor: Descriptor, fits: (kind: string) => boolean): boolean {
  return Object.entries(descriptor.inputs).some(([port, { kind }]) => {
    const input = node.inputs?.[port];
    const isWired = Array.isArray(input) || (input !== undefined && isObjectInput(input) && 'from' in input);
    return isWired && fits(kind.kind === 'list' ? kind.of.kind : kind.kind);
  });
}
