import type { FlowDocument, JsonValue } from '@jacquard/flow';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { forgetUnsaved, noteUnsaved, saveNow } from './autosave.ts';
import { takeOver, useEditor } from './editor-store.ts';
import { navigate } from './route.ts';

async function saveCopy(document: FlowDocument, name: string): Promise<string> {
  const copy = await api.createFlow({ ...document, name } as unknown as JsonValue); // boundary: a document is JSON
  await queryClient.invalidateQueries({ queryKey: queryKeys.flows });
  return copy.id;
}

/** Takes what the others saved; this page's own document is kept as a copy first. */
export async function takeTheirs(copyName: string): Promise<void> {
  const { history, save } = useEditor.getState();
  if (save.state !== 'conflict' || !history) return;
  await saveCopy(history.document, copyName);
  forgetUnsaved();
  takeOver(save.theirs);
}

/** Keeps this page's document; what the others saved is kept as a copy first. */
export async function keepMine(copyName: string): Promise<void> {
  const { save } = useEditor.getState();
  if (save.state !== 'conflict') return;
  await saveCopy(save.theirs.document, copyName);
  useEditor.setState({ revision: save.theirs.revision, save: { state: 'unsaved' } });
  noteUnsaved();
  await saveNow();
}

/** Saves a flow that was deleted elsewhere under a new id and opens that. */
export async function keepAsCopy(): Promise<void> {
  const { history } = useEditor.getState();
  if (!history) return;
  const id = await saveCopy(history.document, history.document.name);
  forgetUnsaved();
  useEditor.setState({ save: { state: 'saved' } });
  navigate(`/flows/${encodeURIComponent(id)}`);
}
