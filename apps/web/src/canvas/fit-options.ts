import type { FitViewOptions } from '@xyflow/react';

/** A flow that is fitted leaves room for the box that adds nodes above, and for the toolbar below. */
export const fitOptions = {
  padding: { top: '66px', right: '28px', bottom: '60px', left: '28px' },
  maxZoom: 1,
} as const satisfies FitViewOptions;
