import type { OnMove } from '@xyflow/react';
import { useMemo, useRef, type RefObject } from 'react';

interface Panning {
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly handlers: { readonly onMoveStart: OnMove; readonly onMove: OnMove; readonly onMoveEnd: OnMove };
}

/**
 * Marks the surface while the view is panned, so that the browser moves what it has painted already. Not while it is zoomed: what was
 * painted for another size would be blurred.
 */
export function usePanning(): Panning {
  const surface = useRef<HTMLDivElement>(null);
  const handlers = useMemo(() => {
    let startZoom = 1;
    const mark = (isPanning: boolean): void => void surface.current?.toggleAttribute('data-panning', isPanning);
    return {
      onMoveStart: ((_event, { zoom }) => (startZoom = zoom)) satisfies OnMove,
      onMove: ((_event, { zoom }) => mark(zoom === startZoom)) satisfies OnMove,
      onMoveEnd: (() => mark(false)) satisfies OnMove,
    };
  }, []);
  return { surface, handlers };
}
