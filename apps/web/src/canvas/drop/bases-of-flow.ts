import { literalOf, namedInFlow, ownValue, type Descriptors, type FlowDocument, type FlowNode } from '@jacquard/flow';

/** The knowledge base that a node names; an empty text when its field is empty, undefined when it has no such field. */
export function baseOfNode(node: FlowNode, descriptors: Descriptors): string | undefined {
  const inputs = descriptors.get(node.type)?.inputs ?? {};
  const field = Object.entries(inputs).find(([, port]) => port.field === 'knowledge');
  if (field === undefined) return undefined;
  const value = literalOf(ownValue(node.inputs, field[0]));
  return typeof value === 'string' ? value : '';
}

/** The knowledge bases that a flow names, each once, in the order of the file. */
export function basesOfFlow(flow: FlowDocument, descriptors: Descriptors): readonly string[] {
  return namedInFlow(flow, descriptors, 'knowledge');
}
