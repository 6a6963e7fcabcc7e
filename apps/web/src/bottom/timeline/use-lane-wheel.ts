import { useEffect, useRef, type RefObject } from 'react';
import type { TimelineGridProps } from './timeline-grid.tsx';
import { panWindow, zoomWindow } from './time-window.ts';
import styles from './timeline-lanes.module.css';

type Zooming = Pick<TimelineGridProps, 'model' | 'window' | 'onZoom'>;

/**
 * Zooms at the pointer with Ctrl or Command and the wheel (a pinch on a touchpad says the same), and moves along with Shift or a sideways
 * wheel. Without them the wheel scrolls the rows.
 */
export function useLaneWheel(scroller: RefObject<HTMLDivElement | null>, zooming: Zooming): void {
  const latest = useRef(zooming);
  useEffect(() => {
    latest.current = zooming;
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const turn = (event: WheelEvent): void => {
      const { model, window, onZoom } = latest.current;
      const width = window.to - window.from;
      const lane = element.querySelector(`.${styles.lane}`)?.getBoundingClientRect();
      if (!lane || lane.width === 0) return;
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      const isZoom = event.ctrlKey || event.metaKey;
      if (!isZoom && Math.abs(sideways) <= (event.shiftKey ? 0 : Math.abs(event.deltaY))) return;
      event.preventDefault();
      if (isZoom) {
        const at = window.from + ((event.clientX - lane.left) / lane.width) * width;
        onZoom(zoomWindow(window, Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 100), at, model.length));
      } else if (width < model.length) onZoom(panWindow(window, (sideways / lane.width) * width, model.length));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [scroller]);
}
