import { useEffect, useRef, type RefObject } from 'react';

/** The ref of a part that lies over the page: focus goes into it when it comes, and back to where it was when it goes. */
export function useFocusWhileShown(): RefObject<HTMLElement | null> {
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    region.current?.focus({ preventScroll: true });
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  return region;
}
