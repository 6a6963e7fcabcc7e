import { useEffect } from 'react';
import { SearchBox } from './search-box.tsx';
import { useSearch } from './search-store.ts';
import { useSearchKey } from './use-search-key.ts';

/** The search over nodes, fields, notes and values, over the canvas. */
export function FlowSearch(): React.ReactElement | null {
  useSearchKey();
  const isOpen = useSearch((state) => state.isOpen);
  useEffect(() => () => useSearch.setState({ isOpen: false, opener: undefined }), []);
  return isOpen ? <SearchBox /> : null;
}
