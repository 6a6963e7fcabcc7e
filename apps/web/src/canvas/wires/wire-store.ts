import { create } from 'zustand';

interface WireState {
  /** The wire under the pointer, or its card. */
  readonly hovered: string | undefined;
  /** The wire that has the focus. */
  readonly focused: string | undefined;
  /** The wire that a node is held over, and whether it would go in. */
  readonly target: { readonly wire: string; readonly fits: boolean; readonly reason: string } | undefined;
  /** The end of a wire is being moved to another port. */
  readonly isReconnecting: boolean;
}

/** Which wires a person is at. Each wire asks for itself alone. */
export const useWires = create<WireState>()(() => ({
  hovered: undefined,
  focused: undefined,
  target: undefined,
  isReconnecting: false,
}));

let timer: ReturnType<typeof setTimeout> | undefined;
/** Milliseconds that the pointer rests on a wire before its card opens, and may be beside it before it closes. */
const rest = 120;
const grace = 220;

/** The pointer is on a wire or its card, or on none any more. */
export function hoverWire(wire: string | undefined): void {
  clearTimeout(timer);
  timer = setTimeout(() => useWires.setState({ hovered: wire }), wire === undefined ? grace : rest);
}
