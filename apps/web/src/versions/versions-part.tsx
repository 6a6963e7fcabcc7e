import { useEffect } from 'react';
import { useEditor } from '../state/editor-store.ts';
import { ComparisonView } from './comparison-view.tsx';
import { endComparison, useComparison } from './compare-store.ts';
import { VersionList } from './version-list.tsx';

/** The versions of the open flow, or one of them beside another state. Leaving the panel shows the flow again. */
export default function VersionsPart(): React.ReactElement | null {
  const flowId = useEditor((state) => state.flowId);
  const comparison = useComparison((state) => state.comparison);
  useEffect(() => endComparison, []);
  if (flowId === undefined) return null;
  return comparison ? <ComparisonView flowId={flowId} comparison={comparison} /> : <VersionList flowId={flowId} />;
}
