import type { FlowDocument, JsonValue } from '@jacquard/flow';
import type { MergeChoices } from '@jacquard/canvas';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { saveNow } from './autosave.ts';
import { dropDraft } from './drafts.ts';
import { takeOver, useEditor } from './editor-store.ts';
import { settleMerge } from './merge-changes.ts';
import { navigate } from './route.ts';
import { noteUnsaved, takeUnsaved } from './unsaved.ts';

async function saveCopy(document: FlowDocument, name: string): Promise<string> {
  const copy = await api.createFlow({ ...document, name } as unknown as JsonValue); // boundary: a document is JSON
  await queryClient.invalidateQueries({ queryKey: queryKeys.flows });
  return copy.id;
}

/**
 * Saves what a person chose. What that takes the place of is kept first, as versions: the flow as the others saved it, and as
 * it was on this page.
 */
export async function takeChosen(choices: MergeChoices): Promise<void> {
  const { history, save, flowId } = useEditor.getState();
  if (save.state !== 'conflict' || !history || flowId === undefined) return;
  await api.keepVersion(flowId, { reason: 'merge' });
  await api.keepVersion(flowId, { reason: 'merge', document: history.document as unknown as JsonValue }); // boundary: as above
  await queryClient.invalidateQueries({ queryKey: queryKeys.versions(flowId) });
  settleMerge(save.theirs, save.base, choices);
  await saveNow();
}

/** Takes what the others saved; this page's own document is kept as a copy first. */
export async function takeTheirs(copyName: string): Promise<void> {
  const { history, save } = useEditor.getState();
  if (save.state !== 'conflict' || !history) return;
  await saveCopy(history.document, copyName);
  takeUnsaved();
  dropDraft(save.theirs.id);
  takeOver(save.theirs);
}

/** Keeps this page's document; what the others saved is kept as a copy first. */
export async function keepMine(copyName: string): Promise<void> {
  const { save } = useEditor.getState();
  if (save.state !== 'conflict') return;
  await saveCopy(save.theirs.document, copyName);
  const { revision, document: base } = save.theirs;
  useEditor.setState({ revision, base, save: { state: 'unsaved' } });
  noteUnsaved();
  await saveNow();
}

/** Saves a flow that was deleted elsewhere under a new id and opens that. */
export async function keepAsCopy(): Promise<void> {
  const { history, flowId } = useEditor.getState();
  if (!history) return;
  const id = await saveCopy(history.document, history.document.name);
  takeUnsaved();
  if (flowId !== undefined) dropDraft(flowId);
  useEditor.setState({ save: { state: 'saved' } });
  navigate(`/flows/${encodeURIComponent(id)}`);
}
