import { useCallback, useEffect, useRef, useState } from 'react';

const near = 48;

export interface Follow {
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly content: React.RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** The end is out of sight: the reader has scrolled up. */
  readonly isAway: boolean;
  readonly toEnd: () => void;
}

/** Keeps the end of growing content in sight, unless the reader has scrolled up. */
export function useFollow(): Follow {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isFollowing = useRef(true);
  const lastTop = useRef(0);
  const [isAway, setAway] = useState(false);
  const toEnd = useCallback(() => {
    isFollowing.current = true;
    setAway(false);
    const place = scroller.current;
    if (place) place.scrollTop = place.scrollHeight;
  }, []);
  const onScroll = useCallback(() => {
    const place = scroller.current;
    if (!place) return;
    const isNear = place.scrollHeight - place.scrollTop - place.clientHeight < near;
    if (isNear) isFollowing.current = true;
    else if (place.scrollTop < lastTop.current) isFollowing.current = false;
    lastTop.current = place.scrollTop;
    setAway(!isNear && !isFollowing.current);
  }, []);
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      const place = scroller.current;
      if (place && isFollowing.current) place.scrollTop = place.scrollHeight;
    });
    if (content.current) observer.observe(content.current);
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);
  return { scroller, content, onScroll, isAway, toEnd };
}
