import type { Descriptors } from './descriptor.ts';
import type { FlowDocument, FlowNode } from './flow-document.ts';
import { isInputList, isObjectInput, literalOf } from './input-form.ts';
import type { Input } from './input.ts';
import { nodesById } from './nodes-by-id.ts';
import { ownValue } from './own-value.ts';

/** Fields that name something which lies beside the flow. */
export type NamingField = 'flow' | 'knowledge';

/** The flows or knowledge bases that a flow's fields name, each once, as first met. */
export function namedInFlow(flow: FlowDocument, descriptors: Descriptors, field: NamingField): string[] {
  const found = new Set<string>();
  for (const { node } of nodesById(flow).values()) {
    for (const port of portsOf(node, descriptors, field)) {
      for (const name of [literalOf(ownValue(node.inputs, port))].flat())
        if (typeof name === 'string' && name !== '') found.add(name);
    }
  }
  return [...found];
}

/** The same flow with other names in these fields: what it names was taken in under another id. */
export function renameInFlow(
  flow: FlowDocument,
  descriptors: Descriptors,
  field: NamingField,
  renames: ReadonlyMap<string, string>,
): FlowDocument {
  const renameNodes = (nodes: FlowDocument['nodes']): FlowDocument['nodes'] =>
    Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, renameNode(node)]));
  const renameNode = (node: FlowNode): FlowNode => {
    const ports = portsOf(node, descriptors, field);
    const inputs = Object.entries(node.inputs ?? {}).map(([port, input]) => [
      port,
      ports.includes(port) ? renameInput(input, renames) : input,
    ]);
    return {
      ...node,
      ...(node.inputs && { inputs: Object.fromEntries(inputs) }),
      ...(node.nodes && { nodes: renameNodes(node.nodes) }),
    };
  };
  return { ...flow, nodes: renameNodes(flow.nodes) };
}

function portsOf(node: FlowNode, descriptors: Descriptors, field: NamingField): string[] {
  const inputs = descriptors.get(node.type)?.inputs ?? {};
  return Object.keys(inputs).filter((name) => ownValue(inputs, name)?.field === field);
}

function renameInput(input: Input, renames: ReadonlyMap<string, string>): Input {
  if (typeof input === 'string') return renames.get(input) ?? input;
  if (isInputList(input)) return input.map((item) => renameInput(item, renames));
  if (!isObjectInput(input) || !('value' in input)) return input;
  return typeof input.value === 'string' ? { value: renames.get(input.value) ?? input.value } : input;
}
