import { lazy, Suspense, useEffect } from 'react';
import { loadPart } from '../values/load-part.ts';
import { forgetComparison, useComparison } from './comparison-store.ts';

const ComparisonPanel = lazy(() =>
  loadPart(async () => ({ default: (await import('./comparison/comparison-panel.tsx')).ComparisonPanel })),
);

/**
 * Two runs side by side, over the place that it stands in (which must be positioned). Draws nothing while none are compared. What
 * lies below should be `inert` meanwhile.
 */
export function RunComparison(): React.ReactElement | null {
  const shown = useComparison((state) => state.shown);
  useEffect(() => forgetComparison, []);
  if (!shown) return null;
  return (
    <Suspense>
      <ComparisonPanel left={shown[0]} right={shown[1]} />
    </Suspense>
  );
}
