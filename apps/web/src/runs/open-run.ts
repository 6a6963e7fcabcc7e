import { diffFlows } from '@jacquard/canvas';
import type { RunSummary } from '@jacquard/protocol';
import { useEditor } from '../state/editor-store.ts';
import { showRun, useRun } from '../state/run-store.ts';
import { endComparison } from './comparison-store.ts';

/**
 * Shows a run of the list on the canvas, as the flow was then. The newest one is what the canvas shows anyway, unless the flow was
 * changed since: then it is a past one, too.
 */
export function openRun({ id, status }: Pick<RunSummary, 'id' | 'status'>, isNewest: boolean): void {
  const { view } = useRun.getState();
  const isChanged = view?.runId === id && isChangedSince();
  endComparison();
  showRun(id, status !== 'running' && (!isNewest || isChanged));
}

function isChangedSince(): boolean {
  const now = useEditor.getState().history?.document;
  const then = useRun.getState().view?.flow;
  return (
    now !== undefined &&
    then !== undefined &&
    diffFlows(then, now).nodes.some(({ changes, change }) => change !== 'changed' || changes.length > 0)
  );
}
