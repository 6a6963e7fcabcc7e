import { parseAddress } from '../address.ts';
import type { Descriptors } from '../descriptor.ts';
import { fieldJsonSchema } from '../field-json-schema.ts';
import type { FlowDocument, FlowNode } from '../flow-document.ts';
import type { FlowOverride } from '../flow-port.ts';
import { literalOf } from '../input-form.ts';
import { nodesById } from '../nodes-by-id.ts';
import type { NodePorts } from '../node-ports.ts';
import { ownValue } from '../own-value.ts';
import { overrideRefusal } from './override-refusal.ts';

/** The inputs of nodes that callers of a flow may set, in the order of its list. What they may never set is left out. */
export function flowOverrides(
  flow: FlowDocument,
  descriptors: Descriptors,
  ports: ReadonlyMap<string, NodePorts>,
): readonly FlowOverride[] {
  if (flow.overrides === undefined || flow.overrides.length === 0) return [];
  const nodes = nodesById(flow);
  return [...new Set(flow.overrides)].flatMap((address) => {
    const { node: id, port: name } = parseAddress(address);
    const node = nodes.get(id)?.node;
    const descriptor = node && descriptors.get(node.type);
    const resolved = ports.get(id);
    const port = ownValue(resolved?.inputs, name);
    if (node === undefined || descriptor === undefined || resolved === undefined || port === undefined) return [];
    if (overrideRefusal({ node, descriptor, ports: resolved }, name) !== undefined) return [];
    const { label, help, kind } = port;
    const title = titleOf(node, descriptor.title, flow.language);
    const fallback = literalOf(ownValue(node.inputs, name)) ?? port.default;
    const hasDefault = fallback !== undefined && fallback !== null;
    return {
      id: address,
      node: id,
      input: name,
      title,
      label,
      ...(help !== undefined && { help }),
      kind,
      ...(hasDefault && { default: fallback }),
      schema: {
        ...fieldJsonSchema(port),
        title: `${title}: ${label[flow.language ?? 'en']}`,
        ...(help !== undefined && { description: help[flow.language ?? 'en'] }),
        ...(hasDefault && { default: fallback }),
      },
    };
  });
}

function titleOf(
  { title }: FlowNode,
  words: { readonly en: string; readonly fr: string },
  language: FlowDocument['language'] = 'en',
): string {
  return title === undefined || title === '' ? words[language] : title;
}
