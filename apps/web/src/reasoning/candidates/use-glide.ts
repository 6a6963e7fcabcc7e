import { useLayoutEffect, useRef } from 'react';

/** Milliseconds. */
const duration = 160;

/** The list whose items glide to their new places when their order changes, so that one sees who overtook whom; at once for whom movement is too much. */
export function useGlide(order: string): React.RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const before = useRef({ order, places: new Map<Element, number>() });
  useLayoutEffect(() => {
    const isStill = before.current.order === order || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const places = new Map<Element, number>();
    for (const item of list.current?.children ?? []) {
      if (!(item instanceof HTMLElement)) continue;
      const top = item.offsetTop;
      places.set(item, top);
      const moved = (before.current.places.get(item) ?? top) - top;
      if (moved !== 0 && !isStill) {
        item.animate([{ translate: `0 ${moved}px` }, { translate: '0 0' }], { duration, easing: 'ease-out' });
      }
    }
    before.current = { order, places };
  });
  return list;
}
