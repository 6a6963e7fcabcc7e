import { nodesById, type Descriptor, type FlowNode, type Input } from '@jacquard/flow';
import {
  addNode,
  completeInputs,
  fittingNodes,
  handleId,
  nodeIdFor,
  type Command,
  type Position,
} from '@jacquard/canvas';
import { knownFlows } from '../../state/known-flows.ts';
import { changeFlow, select, useEditor } from '../../state/editor-store.ts';
import type { AskedNode } from '../add/add-store.ts';
import { mainEnd, type Offer } from '../add/offers.ts';
import { focusNode } from '../ports/focus-ends.ts';
import { isSourceHandle } from '../ports/port-walk.ts';
import { shownScope } from '../structure/entered-store.ts';
import { wireOf } from '../wires/wire-of.ts';
import { addMissingComponents, onlyBase } from './add-components.ts';
import { freePlace, placeBeside } from './free-place.ts';
import { insertNewNode } from './insert-node.ts';
import { replaceByType } from './replace-by-type.ts';

/**
 * Adds a node, connected to what it was asked for, with what it needs beside that: one step of undo. It is selected then,
 * in view, and has the focus, so that the next one goes on from it.
 */
export function addAskedNode(offer: Offer, wanted: AskedNode, middle: Position): void {
  if (wanted.replace !== undefined) {
    replaceByType(wanted.replace, offer.descriptor.type);
    return;
  }
  if (wanted.wire !== undefined) {
    insertNewNode(newNode(offer.descriptor, offer.inputs), offer.descriptor, wanted);
    return;
  }
  const { history, derived } = useEditor.getState();
  if (!history || !derived) return;
  const { descriptor, port, inputs, loose } = { ...offer, ...linkToNear(offer, wanted) };
  const id = nodeIdFor(descriptor.type, history.document);
  const scope = wanted.scope ?? scopeOf(loose?.node) ?? shownScope();
  const position = freePlace(wanted.position ?? placeBeside(loose) ?? middle, scope);
  const gesture = `add:${id}`;
  changeFlow(addNode(id, newNode(descriptor, inputs), descriptor.version, position, scope), gesture);
  const wire = loose && port !== undefined ? wireTo(id, port, loose) : undefined;
  if (wire) changeFlow(wire, gesture);
  completeNode(id, loose && isSourceHandle(loose.handle) ? loose.node : undefined, gesture);
  select({ nodes: [id] });
  focusNode(id);
}

/** Wires what the node needs beside the wire that it came with, and adds the model or base that the flow lacks. */
function completeNode(id: string, near: string | undefined, gesture: string): void {
  const { history, descriptors } = useEditor.getState();
  if (!history) return;
  const context = { flowInterface: knownFlows.interfaceOf };
  const { command, missing } = completeInputs(history.document, descriptors, id, near, context);
  changeFlow(command, gesture);
  addMissingComponents(id, missing, gesture);
}

/** A node that is added while another is selected goes on from that one's main output, where it fits. */
function linkToNear(
  offer: Offer,
  { loose, near }: AskedNode,
): Pick<AskedNode, 'loose'> & Pick<Offer, 'port' | 'inputs'> {
  const end = near === undefined || loose ? undefined : mainEnd(near);
  const as = { loose, port: offer.port, inputs: offer.inputs };
  if (!end || near === undefined) return as;
  const { descriptor } = offer;
  const [fitting] = fittingNodes(new Map([[descriptor.type, descriptor]]), end);
  if (!fitting) return { ...as, port: undefined, inputs: undefined };
  return { loose: { node: near, handle: end.handle }, port: fitting.port, inputs: fitting.inputs };
}

/** A node as it begins: with the defaults that a person is expected to change written down, and nothing else. */
function newNode(descriptor: Descriptor, inputs: Readonly<Record<string, Input>> = {}): FlowNode {
  const isScope = descriptor.role === 'for-each' || descriptor.role === 'repeat-until';
  const held = { ...inputs, ...onlyBase(descriptor) };
  return {
    type: descriptor.type,
    ...(Object.keys(held).length > 0 && { inputs: held }),
    ...(isScope && { nodes: {} }),
  };
}

function scopeOf(node: string | undefined): string | undefined {
  const { history, derived } = useEditor.getState();
  if (node === undefined || !history) return undefined;
  const looks = derived?.canvas.nodes.find(({ id }) => id === node);
  return looks?.node.nodes ? undefined : nodesById(history.document).get(node)?.parent;
}

function wireTo(id: string, port: string, loose: NonNullable<AskedNode['loose']>): Command | undefined {
  const result = isSourceHandle(loose.handle)
    ? wireOf({ source: loose.node, sourceHandle: loose.handle, target: id, targetHandle: handleId('in', port) })
    : wireOf({ source: id, sourceHandle: handleId('out', port), target: loose.node, targetHandle: loose.handle });
  return result && 'command' in result ? result.command : undefined;
}
