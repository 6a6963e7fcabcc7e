import { useEffect, useRef } from 'react';

/** A new part of the guide begins at its heading, for those who don't see the page change. */
export function useHeadingFocus(): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}
