import type { SearchResult } from '@jacquard/canvas';
import { useState } from 'react';
import { goToPlace, lookAtPlace } from './go-to-place.ts';
import { closeSearch } from './search-store.ts';

interface ResultKeys {
  /** The result that is looked at; -1 for none. */
  readonly active: number;
  /** Forgets it: the results are others. */
  readonly reset: () => void;
  readonly go: (index: number) => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
}

/** Arrow keys look at one result after the other, Enter goes there, Escape closes. Nothing of it reaches the canvas. */
export function useResultKeys(results: readonly SearchResult[]): ResultKeys {
  const [wanted, setActive] = useState(-1);
  const active = Math.min(wanted, results.length - 1);
  const lookAt = (index: number): void => {
    const next = results.length === 0 ? -1 : (index + results.length) % results.length;
    setActive(next);
    const result = results[next];
    if (result) lookAtPlace(result.entry.place);
  };
  const go = (index: number): void => {
    const result = results[index];
    if (!result) return;
    closeSearch(false);
    goToPlace(result.entry.place);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => lookAt(active + 1),
    ArrowUp: () => lookAt(active < 0 ? -1 : active - 1),
    Enter: () => go(Math.max(0, active)),
    Escape: () => closeSearch(),
  };
  return {
    active,
    reset: () => setActive(-1),
    go,
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return;
      // Ctrl+F goes on to where it is asked for again.
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
  };
}
