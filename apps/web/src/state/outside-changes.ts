import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { onFlowChanged } from '../live/socket.ts';
import { takeOver, useEditor } from './editor-store.ts';

/**
 * Shows at once what another tab or an editor changed. Where this page has changes of its own that aren't saved, it
 * is a conflict, and a person decides.
 */
export function followOutsideChanges(): void {
  onFlowChanged(({ id, change, revision }) => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.flows });
    const { flowId, revision: own } = useEditor.getState();
    if (id !== flowId || (revision !== undefined && revision === own)) return;
    if (change === 'deleted') useEditor.setState({ save: { state: 'gone' } });
    else void fetchChange(id);
  });
}

async function fetchChange(id: string): Promise<void> {
  const saved = await api.flow(id).catch(() => undefined);
  const state = useEditor.getState();
  if (!saved || state.flowId !== id || saved.revision === state.revision || state.save.state === 'saving') return;
  if (state.save.state === 'saved' || state.save.state === 'gone') takeOver(saved);
  else useEditor.setState({ save: { state: 'conflict', theirs: saved } });
}
