import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Rectangle } from './drawing-geometry.ts';

/** The least, and the most, that a drawing is zoomed; fitted to its place it gets no larger than it is. */
const [least, most] = [0.25, 2];
/** Below this zoom nothing can be read. */
const readable = 0.75;
/** Pixels: what is in sight is looked at anew when it has moved so far, and a little more than it is drawn. */
const grain = 160;

interface Sight {
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly zoom: number;
  readonly isFitted: boolean;
  /** In the drawing's own pixels. */
  readonly sight: Rectangle;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  readonly reveal: (box: Rectangle) => void;
}

/** What of a drawing of that size is in sight of the place that it scrolls in. Until a person zooms, it is fitted as it grows. */
export function useSight({ width, height }: Pick<Rectangle, 'width' | 'height'>): Sight {
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number>();
  const [place, setPlace] = useState({ x: 0, y: 0, width: 0, height: 0 });
  const zoom = chosen ?? fittedZoom(place, { width, height });
  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const next = {
      x: Math.floor(element.scrollLeft / grain) * grain,
      y: Math.floor(element.scrollTop / grain) * grain,
      width: element.clientWidth,
      height: element.clientHeight,
    };
    setPlace((before) => (sameAs(before, next) ? before : next));
  }, []);
  useLayoutEffect(look, [look, zoom]);
  const zoomBy = useCallback(
    (factor: number) => setChosen((before) => Math.min(most, Math.max(least, (before ?? zoom) * factor))),
    [zoom],
  );
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [look]);
  useWheelZoom(scroller, zoomBy);
  const reveal = useCallback((box: Rectangle) => revealIn(scroller.current, box, zoom), [zoom]);
  return {
    scroller,
    zoom,
    isFitted: chosen === undefined,
    sight: {
      x: (place.x - grain) / zoom,
      y: (place.y - grain) / zoom,
      width: (place.width + 3 * grain) / zoom,
      height: (place.height + 3 * grain) / zoom,
    },
    zoomBy,
    fit: useCallback(() => setChosen(undefined), []),
    reveal,
  };
}

/** The wheel zooms with Ctrl, as a pinch does; without it, it scrolls. */
function useWheelZoom(scroller: React.RefObject<HTMLElement | null>, zoomBy: (factor: number) => void): void {
  useEffect(() => {
    const element = scroller.current;
    const zoom = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomBy(event.deltaY > 0 ? 0.9 : 1.1);
    };
    // React's own listeners can't keep the browser from zooming the page.
    element?.addEventListener('wheel', zoom, { passive: false });
    return () => element?.removeEventListener('wheel', zoom);
  }, [scroller, zoomBy]);
}

function sameAs(a: Rectangle, b: Rectangle): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** All of it, where that can still be read; else its width, as far as that can be read: what is larger scrolls. */
function fittedZoom(place: Rectangle, { width, height }: Pick<Rectangle, 'width' | 'height'>): number {
  if (place.width === 0) return 1;
  const [across, down] = [(place.width - 32) / width, (place.height - 32) / height];
  const whole = Math.min(1, across, down);
  return whole >= readable ? whole : Math.min(1, Math.max(readable, across));
}

/** Scrolls as little as it takes. */
function revealIn(element: HTMLElement | null, box: Rectangle, zoom: number): void {
  if (!element) return;
  const margin = 24;
  const [left, top] = [box.x * zoom, box.y * zoom];
  const [right, bottom] = [(box.x + box.width) * zoom + 2 * margin, (box.y + box.height) * zoom + 2 * margin];
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
  if (left < scrollLeft) element.scrollLeft = left;
  else if (right > scrollLeft + clientWidth) element.scrollLeft = right - clientWidth;
  if (top < scrollTop) element.scrollTop = top;
  else if (bottom > scrollTop + clientHeight) element.scrollTop = bottom - clientHeight;
}
