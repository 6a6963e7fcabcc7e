import { parseHandle } from '@jacquard/canvas';
import { canvasView } from '../structure/canvas-view.ts';
import { focusNode, focusPort, focusWire, type FocusedPort } from './focus-ends.ts';

const handles = '.react-flow__handle';

/** Ports of one node share one tab stop, the one that was last there: `ref` of each. */
export function joinTabStop(handle: HTMLDivElement | null): (() => void) | undefined {
  const node = handle?.closest('.react-flow__node');
  if (!handle || !node) return undefined;
  if (!node.querySelector(`${handles}[tabindex="0"]`)) handle.tabIndex = 0;
  return () => {
    if (handle.tabIndex === 0) giveTabStop(portsOf(node).find((other) => other !== handle));
  };
}

/** The tab stop follows the focus. */
export function giveTabStop(handle: HTMLElement | undefined): void {
  if (!handle) return;
  for (const other of portsOf(handle.closest('.react-flow__node'))) other.tabIndex = other === handle ? 0 : -1;
}

function portsOf(node: Element | null): HTMLElement[] {
  return node ? [...node.querySelectorAll<HTMLElement>(handles)] : [];
}

/** Goes to the first port of a node, or the one that was last there. */
export function enterPorts(id: string): boolean {
  const node = document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  const [first] = portsOf(node).toSorted((one, other) => other.tabIndex - one.tabIndex);
  first?.focus({ preventScroll: true });
  return first !== undefined;
}

/**
 * What an arrow does on a port. Up and down: the next port of the node. Towards the node: its other side. Away from it:
 * along the wire that hangs there. True when it did something.
 */
export function walkFromPort(at: FocusedPort, key: string): boolean {
  const isSource = isSourceHandle(at.handle);
  switch (key) {
    case 'ArrowUp':
      return stepWithin(at, -1);
    case 'ArrowDown':
      return stepWithin(at, 1);
    case 'ArrowLeft':
      return isSource ? crossNode(at) : followWire(at);
    case 'ArrowRight':
      return isSource ? followWire(at) : crossNode(at);
    case 'Escape':
      focusNode(at.node);
      return true;
    default:
      return false;
  }
}

/** What an arrow does on a wire: to its ends, or to the next wire at the same port. True when it did something. */
export function walkFromWire(id: string, key: string): boolean {
  const { wires } = canvasView();
  const wire = wires.find((one) => one.id === id);
  if (!wire) return false;
  if (key === 'ArrowLeft') focusPort({ node: wire.source, handle: wire.sourceHandle });
  else if (key === 'ArrowRight') focusPort({ node: wire.target, handle: wire.targetHandle });
  else if (key === 'Escape') focusNode(wire.source);
  else if (key === 'ArrowUp' || key === 'ArrowDown') {
    const beside = wires.filter(({ source, target }) => source === wire.source || target === wire.target);
    const next = beside.at((beside.indexOf(wire) + (key === 'ArrowDown' ? 1 : -1)) % beside.length);
    if (next) focusWire(next.id);
  } else return false;
  return true;
}

/** Whether wires begin at a handle. */
export function isSourceHandle(handle: string): boolean {
  return ['out', 'inner', 'outer'].includes(parseHandle(handle).side);
}

function elementAt({ node, handle }: FocusedPort): HTMLElement | undefined {
  const all = document.querySelectorAll<HTMLElement>(`${handles}[data-nodeid="${CSS.escape(node)}"]`);
  return [...all].find(({ dataset }) => dataset['handleid'] === handle);
}

function stepWithin(at: FocusedPort, by: 1 | -1): boolean {
  const element = elementAt(at);
  const ports = portsOf(element?.closest('.react-flow__node') ?? null).filter(
    ({ dataset }) => dataset['nodeid'] === at.node,
  );
  const next = element && ports.at((ports.indexOf(element) + by) % ports.length);
  next?.focus({ preventScroll: true });
  return next !== undefined;
}

function crossNode(at: FocusedPort): boolean {
  const isSource = isSourceHandle(at.handle);
  const other = portsOf(elementAt(at)?.closest('.react-flow__node') ?? null).find(
    ({ dataset }) => dataset['nodeid'] === at.node && isSourceHandle(dataset['handleid'] ?? '') !== isSource,
  );
  other?.focus({ preventScroll: true });
  return other !== undefined;
}

function followWire({ node, handle }: FocusedPort): boolean {
  const wire = canvasView().wires.find(
    (one) =>
      (one.source === node && one.sourceHandle === handle) || (one.target === node && one.targetHandle === handle),
  );
  if (wire) focusWire(wire.id);
  return wire !== undefined;
}
