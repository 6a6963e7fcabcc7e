import { ReactFlowProvider } from '@xyflow/react';
import { FlowSurface } from './flow-surface.tsx';

/** The canvas of the open flow. */
export function FlowCanvas(): React.ReactElement {
  return (
    <ReactFlowProvider>
      <FlowSurface />
    </ReactFlowProvider>
  );
}
