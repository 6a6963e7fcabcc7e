import { useState } from 'react';

/** How large a document is shown: a factor, or as wide as there is room. */
export type Zoom = number | 'fit';

/** What a viewer of any format is told, and tells. */
export interface ViewerProps {
  readonly zoom: Zoom;
  /** A page to go to; a new object each time. */
  readonly wanted: { readonly page: number } | undefined;
  /** The page in the middle of the view. */
  readonly onPage: (page: number) => void;
}

export interface Viewer extends ViewerProps {
  readonly page: number;
  readonly goTo: (page: number) => void;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
}

/** Where one is in a document, and how large it is shown. */
export function useViewer(first: number): Viewer {
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [page, setPage] = useState(first);
  const [wanted, setWanted] = useState<{ readonly page: number }>();
  return {
    zoom,
    page,
    wanted,
    onPage: setPage,
    goTo: (next) => {
      setPage(next);
      setWanted({ page: next });
    },
    zoomBy: (factor) => setZoom((now) => Math.min(4, Math.max(0.4, (now === 'fit' ? 1 : now) * factor))),
    fit: () => setZoom('fit'),
  };
}
