import { nodesById, ownValue, parseAddress, type CheckContext, type FlowDocument } from '@jacquard/flow';
import { applyCommand, type Command } from '../command.ts';
import { newError } from '../connection/error-brought-by.ts';
import { eachNode, findNode } from '../find-node.ts';
import { dropUnusedTypes } from './drop-unused-types.ts';
import { extractFlow, type ExtractedFlow } from './extract-flow.ts';
import { forgetNodes } from './forget-nodes.ts';
import { refuse, type Refused, type SubFlowGround } from './plan-sub-flow.ts';
import { rewireNode } from './rewire-node.ts';

/** Lets an opened sub-flow call the flow that was made of its inside. */
export function closeSubFlow(id: string, field: string, flow: string, extracted: ExtractedFlow): Command {
  return (draft) => {
    const found = findNode(draft, id);
    if (!found?.node.nodes) return;
    const gone = new Set<string>();
    eachNode(found.node.nodes, (_node, inner) => gone.add(inner));
    delete found.node.nodes;
    delete found.node.outputs;
    found.node.inputs = { [field]: flow, ...extracted.inputs };
    const replace = (address: string): string => {
      const { node, port } = parseAddress(address);
      const name = node === id ? extracted.outputs.get(port) : undefined;
      return name === undefined ? address : `${id}.${name}`;
    };
    eachNode(draft.nodes, (node) => rewireNode(node, replace));
    forgetNodes(draft, gone);
    const place = ownValue(draft.layout?.nodes, id);
    if (place) draft.layout = { ...draft.layout, nodes: { ...draft.layout?.nodes, [id]: { x: place.x, y: place.y } } };
    dropUnusedTypes(draft);
  };
}

/** A flow to be made, and what is done with the sub-flow once it has an id. */
export interface SavedSubFlow {
  readonly document: FlowDocument;
  readonly close: (flow: string) => Command;
}

/** Stands for the id that the new flow will have. */
const placeholder = 'new-flow';

/**
 * Plans to save an opened sub-flow as a flow of its own. Both flows are checked before anything is made: it is refused for
 * the first error that one of them would have and the flow hasn't now.
 */
export function planSavedSubFlow(
  ground: SubFlowGround,
  id: string,
  name: string,
  language: 'en' | 'fr',
  context: CheckContext = {},
): SavedSubFlow | Refused {
  const { flow, descriptors } = ground;
  const type = nodesById(flow).get(id)?.node.type;
  const rule = descriptors.get(type ?? '')?.portsFrom?.find((one) => one.rule === 'flow-interface');
  const extracted = extractFlow(ground, id, name, language);
  if ('refused' in extracted) return extracted;
  if (!rule) return refuse('selection-not-wrappable');
  const close = (newFlow: string): Command => closeSubFlow(id, rule.input, newFlow, extracted);
  const find = (wanted: string): FlowDocument | undefined =>
    wanted === placeholder ? extracted.document : context.flow?.(wanted);
  const error =
    newError(flow, extracted.document, descriptors, context) ??
    newError(flow, applyCommand(flow, close(placeholder)), descriptors, { ...context, flow: find });
  return error ? refuse(error.code, error.params) : { document: extracted.document, close };
}
