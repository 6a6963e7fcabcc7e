import { flowOrder } from '@jacquard/canvas';
import { select, shownDocument, useEditor } from '../../state/editor-store.ts';
import { focusNode, focusedNode } from '../ports/focus-ends.ts';

/** Where Alt and an arrow go: along a wire to the node behind or before, or to the next or previous one of the flow. */
export function walkNodes(key: string): boolean {
  const from = currentNode();
  const to =
    key === 'ArrowRight' ? along(from, 'target') : key === 'ArrowLeft' ? along(from, 'source') : beside(from, key);
  if (to === undefined) return false;
  select({ nodes: [to] });
  focusNode(to);
  return true;
}

/** The node that the keys are about: the one with the focus, else the one selected. */
export function currentNode(): string | undefined {
  const { selection, derived } = useEditor.getState();
  const focused = focusedNode();
  const isNode = derived?.canvas.nodes.some(({ id }) => id === focused) === true;
  return isNode ? focused : selection.nodes.length === 1 ? selection.nodes[0] : undefined;
}

/** The nearest node at the other end of a wire; without one to begin at, the flow's first. */
function along(from: string | undefined, to: 'source' | 'target'): string | undefined {
  const { derived } = useEditor.getState();
  if (from === undefined) return beside(undefined, 'ArrowDown');
  const at = to === 'target' ? 'source' : 'target';
  const ids = derived?.canvas.wires.filter((wire) => wire[at] === from).map((wire) => wire[to]) ?? [];
  const nodes = derived?.canvas.nodes ?? [];
  const height = (id: string): number => nodes.find((node) => node.id === id)?.position.y ?? 0;
  const own = height(from);
  return ids.toSorted((one, other) => Math.abs(height(one) - own) - Math.abs(height(other) - own))[0];
}

function beside(from: string | undefined, key: string): string | undefined {
  const flow = shownDocument(useEditor.getState());
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (!flow || step === 0) return undefined;
  const order = flowOrder(flow);
  if (from === undefined) return order.at(step === 1 ? 0 : -1);
  return order[order.indexOf(from) + step];
}
