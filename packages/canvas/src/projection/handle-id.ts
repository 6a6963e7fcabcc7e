/**
 * Ends of wires on the canvas. `in`, `out`: ports. `inner`: a scope's port that its inner nodes read. `result`: a
 * scope's output, read inside. `next`, `until`: what `repeat-until` reads inside after a turn; `first`: before the first.
 * Where something is folded or out of sight, ends stand for others: `outer` for the output of another node, whose address
 * it names; `into` for an end of a hidden node (`part/in:prompt`).
 */
export type HandleSide = 'in' | 'out' | 'inner' | 'result' | 'next' | 'until' | 'first' | 'outer' | 'into';

/** The id of a handle: `in:prompt`. */
export function handleId(side: HandleSide, port: string): string {
  return `${side}:${port}`;
}

/** Side and port of a handle's id. */
export function parseHandle(handle: string): { readonly side: HandleSide; readonly port: string } {
  const colon = handle.indexOf(':');
  return { side: handle.slice(0, colon) as HandleSide, port: handle.slice(colon + 1) }; // boundary: written by handleId
}

/** An end of wires: a node and its handle. */
export interface CanvasEnd {
  readonly node: string;
  readonly handle: string;
}

/** The end that one on a folded box, or at the edge of an opened scope, stands for. Any other stands for itself. */
export function realEnd({ node, handle }: CanvasEnd): CanvasEnd {
  const { side, port } = parseHandle(handle);
  if (side === 'outer') {
    const dot = port.indexOf('.');
    return { node: port.slice(0, dot), handle: handleId('out', port.slice(dot + 1)) };
  }
  if (side !== 'into') return { node, handle };
  const slash = port.indexOf('/');
  return { node: port.slice(0, slash), handle: port.slice(slash + 1) };
}
