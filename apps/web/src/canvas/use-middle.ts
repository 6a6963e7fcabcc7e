import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import type { Position } from '@jacquard/canvas';

/** The middle of what is in sight, in the canvas's own pixels. */
export function useMiddle(): () => Position {
  const { screenToFlowPosition } = useReactFlow();
  return useCallback(() => {
    const area = document.querySelector('.react-flow')?.getBoundingClientRect();
    const x = (area?.left ?? 0) + (area?.width ?? innerWidth) / 2;
    return screenToFlowPosition({ x: x - 130, y: (area?.top ?? 0) + (area?.height ?? innerHeight) / 2 - 90 });
  }, [screenToFlowPosition]);
}
