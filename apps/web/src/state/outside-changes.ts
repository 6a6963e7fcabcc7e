import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { onConnection, onFlowChanged } from '../live/socket.ts';
import { saveNow, untilSaveEnds } from './autosave.ts';
import { takeOver, useEditor } from './editor-store.ts';
import { mergeWith } from './merge-changes.ts';
import { forgetOutage } from './run-store.ts';

/**
 * Shows at once what another tab or an editor changed. Where this page has changes of its own that aren't saved, both are merged;
 * what collides a person decides. What was missed while the server was out of reach is caught up with.
 */
export function followOutsideChanges(): void {
  onFlowChanged(({ id, change, revision }) => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.flows });
    void queryClient.invalidateQueries({ queryKey: queryKeys.versions(id) });
    const { flowId, revision: own } = useEditor.getState();
    if (id !== flowId || (revision !== undefined && revision === own)) return;
    if (change === 'deleted') useEditor.setState({ save: { state: 'gone' } });
    else void takeChange(id, revision);
  });
  let wasLost = false;
  onConnection((isConnected) => {
    if (isConnected && wasLost) void catchUp();
    wasLost = !isConnected;
  });
}

/** The server is back: what waits is saved, and what others did meanwhile is taken in. */
async function catchUp(): Promise<void> {
  void queryClient.invalidateQueries();
  forgetOutage();
  await saveNow().catch(() => undefined);
  const { flowId } = useEditor.getState();
  if (flowId !== undefined) await takeChange(flowId, undefined);
}

/** A save that is under way ends first: what was changed may be that very save, or come after it. */
async function takeChange(id: string, revision: string | undefined): Promise<void> {
  await untilSaveEnds();
  if (revision !== undefined && revision === useEditor.getState().revision) return;
  const saved = await api.flow(id).catch(() => undefined);
  const state = useEditor.getState();
  if (!saved || state.flowId !== id || saved.revision === state.revision || state.save.state === 'saving') return;
  if (state.save.state === 'saved' || state.save.state === 'gone') takeOver(saved);
  else mergeWith(saved);
}
