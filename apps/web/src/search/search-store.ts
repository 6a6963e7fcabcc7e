import { create } from 'zustand';

interface SearchState {
  readonly isOpen: boolean;
  /** Kept for the next time. */
  readonly query: string;
  /** What had the focus. */
  readonly opener: HTMLElement | undefined;
}

/** The search over the open flow. */
export const useSearch = create<SearchState>()(() => ({ isOpen: false, query: '', opener: undefined }));

/** Opens the search; the focus comes back where it is now. Asked for again, it selects the words. */
export function openSearch(): void {
  const open = document.querySelector<HTMLInputElement>('[data-flow-search]');
  if (open) return open.select();
  const active = document.activeElement;
  const opener = active instanceof HTMLElement && active !== document.body ? active : undefined;
  useSearch.setState({ isOpen: true, opener });
}

/** Closes the search. The focus goes back, unless the person went to a result. */
export function closeSearch(returnFocus = true): void {
  const { opener } = useSearch.getState();
  useSearch.setState({ isOpen: false, opener: undefined });
  if (!returnFocus) return;
  if (opener?.isConnected) opener.focus();
  else document.querySelector<HTMLElement>('.react-flow')?.focus();
}
