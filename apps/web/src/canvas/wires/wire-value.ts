import { parseHandle, type CanvasWire } from '@jacquard/canvas';
import type { JsonValue } from '@jacquard/flow';
import { useRun } from '../../state/run-store.ts';

/** What a wire carried last: what its source gave, or has written so far. Undefined before. */
export function useWireValue({ source, sourceHandle }: CanvasWire): JsonValue | undefined {
  const { side, port } = parseHandle(sourceHandle);
  return useRun(({ view }) => {
    if (!view || side !== 'out') return undefined;
    const path = view.latest.get(source);
    const step = path === undefined ? undefined : view.steps.get(path);
    return step?.outputs?.[port] ?? step?.texts[port] ?? view.inputs[source];
  });
}
