import { useEffect } from 'react';
import { useSource } from '../state/source-store.ts';
import { openSearch } from './search-store.ts';

/** Ctrl+F (⌘F) searches the flow, also from within a field; a document that is read keeps the browser's own search. */
export function useSearchKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isFind =
        (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'f';
      if (!isFind || event.defaultPrevented || useSource.getState().place) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      openSearch();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
