import { create } from 'zustand';
import type { FocusedPort } from './focus-ends.ts';

/** What the one menu of ports and wires is open for, and where, in pixels of the window. */
export interface AskedMenu {
  readonly of: { readonly port: FocusedPort } | { readonly wire: string };
  readonly at: { readonly x: number; readonly y: number };
}

interface EndMenuState {
  readonly asked: AskedMenu | undefined;
  /** The port that is being connected from the list of all ports. */
  readonly choosing: { readonly port: FocusedPort; readonly at: AskedMenu['at'] } | undefined;
}

/** The menu of a port or a wire: there is one for all of them. */
export const useEndMenu = create<EndMenuState>()(() => ({ asked: undefined, choosing: undefined }));

/** Opens the menu of a port. */
export function openPortMenu(port: FocusedPort, element: Element): void {
  const { right, top, height } = element.getBoundingClientRect();
  useEndMenu.setState({ asked: { of: { port }, at: { x: right, y: top + height / 2 } } });
}

/** Opens the menu of a wire, where the pointer is or in its middle. */
export function openWireMenu(wire: string, at?: { readonly x: number; readonly y: number }): void {
  useEndMenu.setState({ asked: { of: { wire }, at: at ?? middleOfWire(wire) } });
}

/** The middle of a wire as it is drawn. */
export function middleOfWire(id: string): { readonly x: number; readonly y: number } {
  const path = document.querySelector<SVGPathElement>(
    `.react-flow__edge[data-id="${CSS.escape(id)}"] .react-flow__edge-path`,
  );
  const matrix = path?.getScreenCTM();
  if (!path || !matrix) return { x: innerWidth / 2, y: innerHeight / 2 };
  const { x, y } = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(matrix);
  return { x, y };
}

/** Closes the menu. */
export function closeEndMenu(): void {
  useEndMenu.setState({ asked: undefined, choosing: undefined });
}

/** Opens the list of all ports that one can be connected to. */
export function choosePort(port: FocusedPort, at: AskedMenu['at']): void {
  useEndMenu.setState({ asked: undefined, choosing: { port, at } });
}
