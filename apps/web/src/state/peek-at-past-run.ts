import { diffFlows, type ItemDifference } from '@jacquard/canvas';
import type { FlowDocument } from '@jacquard/flow';
import type { RunView } from '@jacquard/protocol';
import { peekAt, useEditor, type PeekMark } from './editor-store.ts';

/**
 * Shows the flow as it was in a run, read only, where it does something else today: what was changed or deleted since is marked. Where
 * things stand alone has changed, the canvas stays as it is.
 */
export function peekAtPastRun({ flow }: Pick<RunView, 'flow'>): void {
  if (flow === undefined) return;
  const { history } = useEditor.getState();
  const marks = history && marksOf(flow, history.document);
  if (marks && Object.keys(marks).length === 0) return;
  peekAt({ document: flow, of: 'run', ...(marks && { marks }) });
}

/** What became of the nodes since; those that were only moved aren't named. */
function marksOf(then: FlowDocument, now: FlowDocument): Readonly<Record<string, PeekMark>> {
  const { nodes } = diffFlows(then, now);
  return Object.fromEntries(nodes.filter(isOtherwise).map(({ id, change }) => [id, change]));
}

function isOtherwise({ change, changes }: ItemDifference): boolean {
  return change !== 'changed' || changes.length > 0;
}
