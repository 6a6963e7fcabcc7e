import type { OnMove } from '@xyflow/react';
import { useMemo, useRef, type RefObject } from 'react';

interface Panning {
  readonly onMoveStart: OnMove;
  readonly onMove: OnMove;
  readonly onMoveEnd: OnMove;
}

/**
 * Marks the surface while the view is panned, so that the browser moves what it has painted already. Not while it is zoomed: what was
 * painted for another size would be blurred.
 */
export function usePanning(surface: RefObject<HTMLDivElement | null>): Panning {
  const startZoom = useRef(1);
  return useMemo(() => {
    const mark = (isPanning: boolean): void => void surface.current?.toggleAttribute('data-panning', isPanning);
    return {
      onMoveStart: (_event, { zoom }) => {
        startZoom.current = zoom;
      },
      onMove: (_event, { zoom }) => mark(zoom === startZoom.current),
      onMoveEnd: () => mark(false),
    };
  }, [surface]);
}
