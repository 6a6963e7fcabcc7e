import { showNode } from '../show-node.ts';

const port = '.react-flow__handle';
const wire = '.react-flow__edge';
const node = '.react-flow__node';

/** A port, as the canvas names it. */
export interface FocusedPort {
  readonly node: string;
  readonly handle: string;
}

function focusedWithin(selector: string): HTMLElement | SVGElement | undefined {
  const found = document.activeElement?.closest(selector);
  return found instanceof HTMLElement || found instanceof SVGElement ? found : undefined;
}

/** The port that has the focus. */
export function focusedPort(): FocusedPort | undefined {
  const { nodeid, handleid } = focusedWithin(port)?.dataset ?? {};
  return nodeid !== undefined && handleid !== undefined ? { node: nodeid, handle: handleid } : undefined;
}

/** The wire that has the focus. */
export function focusedWire(): string | undefined {
  return focusedWithin(wire)?.dataset['id'];
}

/** The node in which the focus is. */
export function focusedNode(): string | undefined {
  return focusedWithin(node)?.dataset['id'];
}

/** Puts the focus on a node, once it is drawn, and brings it into view. */
export function focusNode(id: string): void {
  showNode(id);
  focusWhenDrawn(`${node}[data-id="${CSS.escape(id)}"]`);
}

/** Puts the focus on a port. */
export function focusPort({ node: id, handle }: FocusedPort): void {
  showNode(id);
  focusWhenDrawn(`${port}[data-nodeid="${CSS.escape(id)}"][data-handleid="${CSS.escape(handle)}"]`);
}

/** Puts the focus on a wire. */
export function focusWire(id: string): void {
  focusWhenDrawn(`${wire}[data-id="${CSS.escape(id)}"]`);
}

/** Frames that something that was asked for may take to be drawn. */
const mostFrames = 60;
let asked = 0;

/** React Flow measures a node before it shows it; till then it takes no focus. Whoever goes elsewhere meanwhile stays there. */
function focusWhenDrawn(selector: string): void {
  asked += 1;
  const mine = asked;
  const from = document.activeElement;
  const tryIt = (left: number): void => {
    const isElsewhere = document.activeElement !== from && document.activeElement !== document.body;
    if (mine !== asked || (left < mostFrames && isElsewhere)) return;
    const element = document.querySelector<HTMLElement | SVGElement>(selector);
    element?.focus({ preventScroll: true });
    if ((!element || document.activeElement !== element) && left > 0) requestAnimationFrame(() => tryIt(left - 1));
  };
  tryIt(mostFrames);
}
