import { ownValue, parseAddress, wireOf, type Descriptors, type FlowDocument, type FlowPort } from '@jacquard/flow';

/** Where a flow's answer stands with its sources: an output of the node that the answer is wired to. */
export interface CitedPort {
  readonly node: string;
  /** The cited answer as data. */
  readonly cited: string;
}

/** The output that holds the sources of a flow's answer; undefined where its node gives none. */
export function citedPort(
  flow: FlowDocument | undefined,
  { id, port }: Pick<FlowPort, 'id' | 'port'>,
  descriptors: Descriptors,
): CitedPort | undefined {
  const address = wireOf(ownValue(ownValue(flow?.nodes, id)?.inputs, port));
  if (address === undefined) return undefined;
  const source = parseAddress(address);
  const node = ownValue(flow?.nodes, source.node);
  const output = node && ownValue(descriptors.get(node.type)?.outputs, source.port);
  return output?.cited === undefined ? undefined : { node: source.node, cited: output.cited };
}
