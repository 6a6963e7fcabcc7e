/**
 * Ends of wires on the canvas. `in`, `out`: ports. `inner`: a scope's port that its inner nodes read. `result`: a
 * scope's output, read inside. `next`, `until`: what `repeat-until` reads inside after a turn; `first`: before the first.
 */
export type HandleSide = 'in' | 'out' | 'inner' | 'result' | 'next' | 'until' | 'first';

/** The id of a handle: `in:prompt`. */
export function handleId(side: HandleSide, port: string): string {
  return `${side}:${port}`;
}

/** Side and port of a handle's id. */
export function parseHandle(handle: string): { readonly side: HandleSide; readonly port: string } {
  const colon = handle.indexOf(':');
  return { side: handle.slice(0, colon) as HandleSide, port: handle.slice(colon + 1) }; // boundary: written by handleId
}
