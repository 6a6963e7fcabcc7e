import {
  nodeInputs,
  nodesById,
  ownValue,
  parseAddress,
  sourcesOf,
  type Descriptors,
  type FlowDocument,
} from '@jacquard/flow';

/**
 * Whether a step needs the model that these nodes name: the field is its own, or the model is wired to an input that isn't
 * optional. A step that a model only helps does the rest without it. Where it can't be told, the model is needed.
 */
export function isModelNeeded(flow: FlowDocument, descriptors: Descriptors, nodes: readonly string[]): boolean {
  const placed = nodesById(flow);
  const roleOf = (id: string): string | undefined => descriptors.get(placed.get(id)?.node.type ?? '')?.role;
  if (nodes.some((id) => roleOf(id) !== 'component')) return true;
  return [...placed.values()].some(({ node }) =>
    nodeInputs(node).some(
      ({ place, port, input }) =>
        sourcesOf(input).some((address) => nodes.includes(parseAddress(address).node)) &&
        (place !== 'inputs' || ownValue(descriptors.get(node.type)?.inputs, port)?.optional !== true),
    ),
  );
}
