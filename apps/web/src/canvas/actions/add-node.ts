import { nodesById, type Descriptor, type FlowNode } from '@jacquard/flow';
import {
  addNode,
  fittingNodes,
  handleId,
  inOrder,
  nodeIdFor,
  parseHandle,
  type Command,
  type Position,
} from '@jacquard/canvas';
import { changeFlow, select, useEditor } from '../../state/editor-store.ts';
import type { AskedNode } from '../add/add-store.ts';
import type { Offer } from '../add/offers.ts';
import { mainPort } from '../nodes/main-port.ts';
import { wireOf } from '../wires/wire-of.ts';

const nodeSize = { width: 260, height: 300 };

/** Adds a node, connected to the loose end that it was asked for, as one step of undo; it is selected then. */
export function addAskedNode(offer: Offer, wanted: AskedNode, middle: Position): void {
  const { history, derived } = useEditor.getState();
  if (!history) return;
  const { descriptor, port, loose } = { ...offer, ...linkToNear(offer, wanted) };
  const asked = { ...wanted, loose };
  const id = nodeIdFor(descriptor.type, history.document);
  const scope = asked.scope ?? scopeOf(asked.loose?.node);
  const position = freePlace(asked.position ?? placeBeside(asked.loose) ?? middle, scope);
  const add = addNode(id, newNode(descriptor), descriptor.version, position, scope);
  changeFlow(add, `add:${id}`);
  const wire = asked.loose && port !== undefined ? wireTo(id, port, asked.loose) : undefined;
  if (wire) changeFlow(inOrder(wire), `add:${id}`);
  if (derived) select({ nodes: [id] });
}

/** A node that is added while another is selected goes on from that one's main output, where it fits. */
function linkToNear(
  { descriptor, port }: Offer,
  { loose, near }: AskedNode,
): Pick<AskedNode, 'loose'> & Pick<Offer, 'port'> {
  const node = useEditor.getState().derived?.canvas.nodes.find(({ id }) => id === near);
  const main = node && mainPort(node);
  const kind = main === undefined ? undefined : node?.ports.outputs[main]?.kind;
  if (loose || !node || main === undefined || !kind) return { loose, port };
  const [fitting] = fittingNodes(new Map([[descriptor.type, descriptor]]), { output: kind });
  if (!fitting) return { loose, port };
  return { loose: { node: node.id, handle: handleId('out', main) }, port: fitting.port };
}

/** A node as it begins: with the defaults that a person is expected to change written down, and nothing else. */
function newNode(descriptor: Descriptor): FlowNode {
  const isScope = descriptor.role === 'for-each' || descriptor.role === 'repeat-until';
  return { type: descriptor.type, ...(isScope && { nodes: {} }) };
}

function scopeOf(node: string | undefined): string | undefined {
  const { history, derived } = useEditor.getState();
  if (node === undefined || !history) return undefined;
  const looks = derived?.canvas.nodes.find(({ id }) => id === node);
  return looks?.node.nodes ? undefined : nodesById(history.document).get(node)?.parent;
}

function wireTo(id: string, port: string, loose: NonNullable<AskedNode['loose']>): Command | undefined {
  const { side } = parseHandle(loose.handle);
  const isSource = side === 'out' || side === 'inner';
  const result = isSource
    ? wireOf({ source: loose.node, sourceHandle: loose.handle, target: id, targetHandle: handleId('in', port) })
    : wireOf({ source: id, sourceHandle: handleId('out', port), target: loose.node, targetHandle: loose.handle });
  return result && 'command' in result ? result.command : undefined;
}

/** Right of the node whose output is loose, left of the one whose input is. */
function placeBeside(loose: AskedNode['loose']): Position | undefined {
  const node = useEditor.getState().derived?.canvas.nodes.find(({ id }) => id === loose?.node);
  if (!node || !loose) return undefined;
  const { side } = parseHandle(loose.handle);
  const shift = side === 'out' ? 330 : side === 'inner' ? 160 : -330;
  return { x: node.position.x + shift, y: node.position.y };
}

/** The nearest place below that no other node of the scope covers. */
function freePlace(wanted: Position, scope: string | undefined): Position {
  const others = useEditor.getState().derived?.canvas.nodes.filter(({ parent }) => parent === scope) ?? [];
  let { x, y } = { x: Math.round(wanted.x), y: Math.round(wanted.y) };
  for (let tries = 0; tries < 200; tries += 1) {
    const covered = others.some(
      ({ position, size = nodeSize }) =>
        Math.abs(position.x - x) < Math.max(size.width, nodeSize.width) - 20 &&
        Math.abs(position.y - y) < nodeSize.height,
    );
    if (!covered) break;
    y += 40;
  }
  return { x, y };
}
