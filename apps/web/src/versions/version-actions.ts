import type { CreateVersion, PatchVersion } from '@jacquard/protocol';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { changeOnServer, saveNow } from '../state/autosave.ts';
import { takeRestored, useEditor } from '../state/editor-store.ts';
import { takeUnsaved } from '../state/unsaved.ts';
import { endComparison } from './compare-store.ts';

async function refresh(flowId: string): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: queryKeys.versions(flowId) });
}

/** Keeps the flow as it is now, once that is saved. */
export async function keepVersion(flowId: string, words: Pick<CreateVersion, 'name' | 'note'>): Promise<void> {
  await saveNow();
  await api.keepVersion(flowId, words);
  await refresh(flowId);
}

/** Gives a version another name and note. */
export async function describeVersion(flowId: string, number: number, words: PatchVersion): Promise<void> {
  await api.describeVersion(flowId, number, words);
  await refresh(flowId);
}

/** Deletes a version for good. */
export async function deleteVersion(flowId: string, number: number): Promise<void> {
  await api.deleteVersion(flowId, number);
  await refresh(flowId);
}

/** Puts a version in the place of the flow, as a step that undo takes back. */
export async function restoreVersion(flowId: string, number: number): Promise<void> {
  await changeOnServer(async () => {
    const saved = await api.restoreVersion(flowId, number, useEditor.getState().revision);
    endComparison();
    if (useEditor.getState().flowId !== flowId) return;
    takeUnsaved();
    takeRestored(saved);
  });
  await queryClient.invalidateQueries({ queryKey: queryKeys.flows });
  await refresh(flowId);
}
