import { inOrder, inPlaceOf, readingEnd, rewireEnd, type CanvasWire, type Command } from '@jacquard/canvas';
import { changeFlow, wireOfId } from '../../state/editor-store.ts';
import { canvasView } from '../structure/canvas-view.ts';
import type { FocusedPort } from './focus-ends.ts';

/** Takes a wire away, whichever end of a node or loop reads it. */
export function removeWire(wire: CanvasWire): Command {
  return rewireEnd(readingEnd(wireOfId(wire.id) ?? wire), inPlaceOf(wire.from, undefined));
}

/** The wires that hang at a port. */
export function wiresAt({ node, handle }: FocusedPort): readonly CanvasWire[] {
  return canvasView().wires.filter(
    ({ source, sourceHandle, target, targetHandle }) =>
      (source === node && sourceHandle === handle) || (target === node && targetHandle === handle),
  );
}

/** Takes all wires off a port, as one step of undo. */
export function disconnectPort(port: FocusedPort): void {
  changeFlow(inOrder(...wiresAt(port).map(removeWire)));
}
