import { flowOrder } from '@jacquard/canvas';
import { useEffect } from 'react';
import { shownDocument, useEditor } from '../state/editor-store.ts';

const tabbable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex], [contenteditable="true"]';

/**
 * Tab goes through the nodes in the order of the flow, not in that in which they were added: out of the last field of a
 * node to the node that comes next in the flow. Inside a node, before the first and behind the last one it is the page's own.
 */
export function useFlowTabs(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const node = document.activeElement?.closest<HTMLElement>('.react-flow__node');
      if (node && leave(node, event.shiftKey)) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** Goes to the neighbour in the flow when the focus is at the edge of its node. True when it went. */
function leave(node: HTMLElement, isBack: boolean): boolean {
  const places = placesIn(node);
  const at = document.activeElement;
  if (at !== (isBack ? node : (places.at(-1) ?? node))) return false;
  const drawn = drawnNodes();
  const next = drawn[drawn.indexOf(node) + (isBack ? -1 : 1)];
  const goal = next && (isBack ? (placesIn(next).at(-1) ?? next) : next);
  if (goal) {
    goal.focus();
    return true;
  }
  // Out of the canvas: from the place where the page's own order leaves it.
  const ownOrder = [...document.querySelectorAll<HTMLElement>('.react-flow__node')];
  const edge = isBack ? ownOrder[0] : ownOrder.at(-1);
  if (edge && edge !== node) (isBack ? edge : (placesIn(edge).at(-1) ?? edge)).focus();
  return false;
}

function placesIn(node: HTMLElement): HTMLElement[] {
  return [...node.querySelectorAll<HTMLElement>(tabbable)].filter(
    (place) => place.tabIndex >= 0 && place.getClientRects().length > 0,
  );
}

/** The nodes that are drawn, in the order of the flow; notes come last. */
function drawnNodes(): HTMLElement[] {
  const flow = shownDocument(useEditor.getState());
  const order = new Map(flow ? flowOrder(flow).map((id, index) => [id, index]) : []);
  const place = ({ dataset }: HTMLElement): number => order.get(dataset['id'] ?? '') ?? Infinity;
  const all = [...document.querySelectorAll<HTMLElement>('.react-flow__node')];
  return all.toSorted((one, other) => (place(one) < place(other) ? -1 : place(one) > place(other) ? 1 : 0));
}
