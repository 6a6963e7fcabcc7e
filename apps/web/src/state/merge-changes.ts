import { Problem, type FlowDocument } from '@jacquard/flow';
import { allOfSide, diffFlows, isEmptyDifference, mergeFlows, type MergeChoices } from '@jacquard/canvas';
import type { SavedFlow } from '@jacquard/protocol';
import { takeMerged, useEditor } from './editor-store.ts';
import { noteMerge } from './merge-notes.ts';
import { isOwnSave, takeUnsaved } from './unsaved.ts';

/**
 * Brings together what this page changed and what someone else saved. What doesn't collide is merged at once and said; else it is
 * a conflict, and a person decides node by node. What this page itself sent without an answer is no work of others.
 */
export function mergeWith(theirs: SavedFlow): void {
  const { history, flowId, base: known } = useEditor.getState();
  if (!history || theirs.id !== flowId) return;
  if (theirs.broken) {
    // Nothing can be saved over it; once the file is mended, it is merged.
    const problem = new Problem('flow-broken', { id: theirs.id, file: `${theirs.id}.flow.json` });
    useEditor.setState({ broken: theirs.broken, save: { state: 'failed', problem } });
    return;
  }
  const from = known && !isOwnSave(theirs.id, theirs.document) ? known : theirs.document;
  const { collisions } = mergeFlows(from, history.document, theirs.document);
  if (collisions.length > 0) useEditor.setState({ broken: undefined, save: { state: 'conflict', theirs, base: from } });
  else settleMerge(theirs, from, {});
}

/** Takes the merged flow, with what collides as a person chose. It is saved next. */
export function settleMerge(theirs: SavedFlow, base: FlowDocument, choices: MergeChoices): void {
  const mine = useEditor.getState().history?.document;
  if (!mine) return;
  const { collisions } = mergeFlows(base, mine, theirs.document);
  const withTheirs = mergeFlows(base, mine, theirs.document, allOfSide(collisions, 'theirs'));
  const chosen = mergeFlows(base, mine, theirs.document, choices);
  takeUnsaved();
  takeMerged(theirs, withTheirs.document, chosen.document);
  const came = diffFlows(mine, chosen.document);
  if (!isEmptyDifference(came)) noteMerge({ came, lost: chosen.lost, before: mine, after: chosen.document });
}
