import { useEffect, useRef, useState } from 'react';

interface Watcher {
  readonly observer: IntersectionObserver;
  readonly listeners: Map<Element, (isNear: boolean) => void>;
}

const watchers = new WeakMap<Element, Watcher>();

/** One observer for all parts of a scrolled place: near is what lies within a screen's height of the view. */
function watcherOf(root: Element): Watcher {
  const known = watchers.get(root);
  if (known) return known;
  const listeners: Watcher['listeners'] = new Map();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
    },
    { root, rootMargin: '100% 0px' },
  );
  const made = { observer, listeners };
  watchers.set(root, made);
  return made;
}

export interface Near<Part extends HTMLElement> {
  readonly part: React.RefObject<Part | null>;
  readonly isNear: boolean;
  /** Its height in pixels when it was last near. */
  readonly height: number | undefined;
}

/** Whether a part of a scrolled place is near the view, so that what is far needn't be drawn. */
export function useNear<Part extends HTMLElement>(
  root: React.RefObject<HTMLElement | null>,
  initially: boolean,
): Near<Part> {
  const part = useRef<Part>(null);
  const [state, setState] = useState<{ isNear: boolean; height: number | undefined }>({
    isNear: initially,
    height: undefined,
  });
  useEffect(() => {
    const [element, scroller] = [part.current, root.current];
    if (!element || !scroller) return undefined;
    const { observer, listeners } = watcherOf(scroller);
    listeners.set(element, (isNear) =>
      setState((before) => ({
        isNear,
        height: before.isNear && !isNear ? element.getBoundingClientRect().height : before.height,
      })),
    );
    observer.observe(element);
    return () => {
      observer.unobserve(element);
      listeners.delete(element);
    };
  }, [root]);
  return { part, ...state };
}
