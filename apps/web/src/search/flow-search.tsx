import { useEffect } from 'react';
import { later } from '../values/later.tsx';
import { useSearch } from './search-store.ts';
import { useSearchKey } from './use-search-key.ts';

const SearchBox = later(async () => (await import('./search-box.tsx')).SearchBox);

/** The search over nodes, fields, notes and values, over the canvas. */
export function FlowSearch(): React.ReactElement | null {
  useSearchKey();
  const isOpen = useSearch((state) => state.isOpen);
  useEffect(() => () => useSearch.setState({ isOpen: false, opener: undefined }), []);
  return isOpen ? <SearchBox /> : null;
}
