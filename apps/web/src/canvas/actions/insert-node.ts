import { nodesById, type Descriptor, type FlowDocument, type FlowNode } from '@jacquard/flow';
import {
  addNode,
  applyCommand,
  inOrder,
  insertOnWire,
  nodeIdFor,
  readingEnd,
  type CanvasWire,
  type Insertion,
  type Position,
} from '@jacquard/canvas';
import { changeFlow, select, useEditor, wireOfId } from '../../state/editor-store.ts';
import { knownFlows } from '../../state/known-flows.ts';
import type { AskedNode } from '../add/add-store.ts';
import { focusNode } from '../ports/focus-ends.ts';
import { freePlace } from './free-place.ts';
import { tell, tellRefused, translate } from './tell.ts';

/** How a node of the flow would go into a wire. `document`: the flow in which it would, when that isn't the open one as it stands. */
export function insertionOf(
  wireId: string,
  id: string,
  document: FlowDocument | undefined = useEditor.getState().history?.document,
): Insertion | undefined {
  const { descriptors } = useEditor.getState();
  const wire = wireOfId(wireId);
  if (!document || !wire) return undefined;
  const between = { from: wire.from, to: readingEnd(wire) };
  return insertOnWire(document, descriptors, between, id, { flowInterface: knownFlows.interfaceOf });
}

/** Adds a new node into a wire, as one step of undo. Where it doesn't fit nothing changes, and a notice says why. */
export function insertNewNode(
  node: FlowNode,
  descriptor: Descriptor,
  { wire: wireId = '', position }: AskedNode,
): void {
  const { history, descriptors } = useEditor.getState();
  const wire = wireOfId(wireId);
  if (!history || !wire) return;
  const id = nodeIdFor(descriptor.type, history.document);
  const scope = scopeOfWire(wire);
  const place = freePlace(position ?? middleOf(wire), scope);
  const add = addNode(id, node, descriptor.version, place, scope);
  const insertion = insertOnWire(
    applyCommand(history.document, add),
    descriptors,
    { from: wire.from, to: readingEnd(wire) },
    id,
    { flowInterface: knownFlows.interfaceOf },
  );
  if (!insertion.isAllowed) {
    tellNotInserted(insertion);
    return;
  }
  changeFlow(inOrder(add, insertion.command));
  select({ nodes: [id] });
  focusNode(id);
}

/** Says why a node can't go into a wire. */
export function tellNotInserted(insertion: Exclude<Insertion, { readonly isAllowed: true }>): void {
  if (insertion.reason === 'refused') tellRefused(insertion);
  else tell(translate('canvas.refused'), translate(notInsertedKey(insertion.reason)), true);
}

/** The text that says why a node can't go into a wire at all. */
export function notInsertedKey(
  reason: 'no-input' | 'no-output' | 'own-wire',
): 'build.insert-no-input' | 'build.insert-no-output' | 'build.insert-own-wire' {
  if (reason === 'own-wire') return 'build.insert-own-wire';
  return reason === 'no-input' ? 'build.insert-no-input' : 'build.insert-no-output';
}

/** The scope in which a wire is read: there its new node stands. */
function scopeOfWire(wire: CanvasWire): string | undefined {
  const { history } = useEditor.getState();
  const end = readingEnd(wire);
  if (end.side !== 'in' && end.side !== 'first') return end.node;
  return history && nodesById(history.document).get(end.node)?.parent;
}

/** Between the nodes that a wire joins. */
function middleOf({ source, target }: CanvasWire): Position {
  const nodes = useEditor.getState().derived?.canvas.nodes ?? [];
  const [from, to] = [source, target].map((id) => nodes.find((node) => node.id === id));
  if (!from || !to) return { x: 0, y: 0 };
  if (from.parent !== to.parent) return to.node.nodes ? { x: from.position.x + 300, y: from.position.y } : to.position;
  return { x: (from.position.x + to.position.x) / 2, y: (from.position.y + to.position.y) / 2 };
}
