import { useEffect, useRef } from 'react';

/** Tells the page in the upper middle of a scrolled place, by its `data-page`, while one scrolls. */
export function useCurrentPage(scroller: React.RefObject<HTMLElement | null>, onPage: (page: number) => void): void {
  const tell = useRef(onPage);
  useEffect(() => {
    tell.current = onPage;
  });
  useEffect(() => {
    const place = scroller.current;
    if (!place) return undefined;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const { left, top, width, height } = place.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height * 0.4)?.closest('[data-page]');
      const page = Number(there?.getAttribute('data-page'));
      if (page > 0) tell.current(page);
    };
    const scrolled = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    place.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      place.removeEventListener('scroll', scrolled);
      cancelAnimationFrame(frame);
    };
  }, [scroller]);
}
