import { useEffect } from 'react';
import { closeSource, useSource } from '../state/source-store.ts';
import { later } from '../values/later.tsx';

const OpenSource = later(async () => (await import('./open-source.tsx')).OpenSource);

/**
 * The document that is open for reading, over the place that it stands in (which must be positioned). Draws nothing while
 * none is. What lies below should be `inert` meanwhile.
 */
export function SourceReader(): React.ReactElement | null {
  const place = useSource((state) => state.place);
  useEffect(() => closeSource, []);
  return place ? <OpenSource key={`${place.base ?? ''} ${place.source}`} place={place} /> : null;
}
