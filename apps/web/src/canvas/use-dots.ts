import { useStoreApi } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';

/**
 * Keeps the dots of the plane apart and visible at every zoom: they stand twice as far from each other, and are twice as large, each
 * time the view is half as near. On the screen that is 18 to 37 pixels.
 */
export function useDots(surface: RefObject<HTMLDivElement | null>): void {
  const store = useStoreApi();
  useEffect(() => {
    let shown: number | undefined;
    const show = ({ transform }: ReturnType<typeof store.getState>): void => {
      const dots = 2 ** Math.ceil(-Math.log2(transform[2]) - 0.25);
      if (dots === shown) return;
      shown = dots;
      surface.current?.style.setProperty('--dots', String(dots));
    };
    show(store.getState());
    return store.subscribe(show);
  }, [store, surface]);
}
