import { ownValue, parseAddress, wireOf, type Descriptors, type FlowDocument } from '@jacquard/flow';

/** The ports that a flow's outputs show, as `node.port`, each with the ids of those outputs. */
export function outputSources(
  { nodes }: Pick<FlowDocument, 'nodes'>,
  descriptors: Descriptors,
): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, readonly string[]>();
  for (const [id, node] of Object.entries(nodes)) {
    const descriptor = descriptors.get(node.type);
    if (descriptor?.role !== 'flow-output' || node.disabled === true) continue;
    const from = wireOf(ownValue(node.inputs, Object.keys(descriptor.inputs)[0] ?? ''));
    if (from === undefined) continue;
    const { node: source, port } = parseAddress(from);
    const address = `${source}.${port}`;
    sources.set(address, [...(sources.get(address) ?? []), id]);
  }
  return sources;
}
