import type { FlowDocument } from '@jacquard/flow';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { ApiProblem } from '../api/request.ts';
import { useEditor } from './editor-store.ts';

const pause = 400;
const retryPause = 4000;
let timer: ReturnType<typeof setTimeout> | undefined;
let inFlight: Promise<void> | undefined;

/** Saves the flow a moment after each change, one save at a time, each over the revision that it was made from. */
export function startAutosave(): void {
  useEditor.subscribe((state, before) => {
    if (state.save.state === 'unsaved' && state.history?.document !== before.history?.document) schedule(pause);
  });
  addEventListener('beforeunload', (event) => {
    if (['unsaved', 'saving', 'failed', 'conflict'].includes(useEditor.getState().save.state)) event.preventDefault();
  });
}

function schedule(delay: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void saveNow().catch(() => undefined), delay);
}

/** Saves what is unsaved and waits for it. Rejects when it could not be saved; the state says why. */
export async function saveNow(): Promise<void> {
  clearTimeout(timer);
  await inFlight;
  const { flowId, history, save } = useEditor.getState();
  if (flowId === undefined || !history || (save.state !== 'unsaved' && save.state !== 'failed')) return;
  inFlight = saveDocument(flowId, history.document).finally(() => {
    inFlight = undefined;
  });
  await inFlight;
}

async function saveDocument(flowId: string, document: FlowDocument): Promise<void> {
  useEditor.setState({ save: { state: 'saving' } });
  try {
    const saved = await api.saveFlow(flowId, document, useEditor.getState().revision);
    const { flowId: current, history } = useEditor.getState();
    if (current !== flowId) return;
    const isNewer = history?.document !== document;
    useEditor.setState({
      revision: saved.revision,
      savedDocument: document,
      save: { state: isNewer ? 'unsaved' : 'saved' },
    });
    if (isNewer) schedule(pause);
    void queryClient.invalidateQueries({ queryKey: queryKeys.flows });
  } catch (error) {
    if (useEditor.getState().flowId === flowId) await tellFailure(flowId, error);
    throw error;
  }
}

async function tellFailure(flowId: string, error: unknown): Promise<void> {
  if (error instanceof ApiProblem && error.status === 412) {
    const theirs = await api.flow(flowId).catch(() => undefined);
    useEditor.setState({ save: theirs ? { state: 'conflict', theirs } : { state: 'gone' } });
    return;
  }
  if (error instanceof ApiProblem && error.status === 404) {
    useEditor.setState({ save: { state: 'gone' } });
    return;
  }
  useEditor.setState({ save: { state: 'failed', problem: error } });
  if (error instanceof ApiProblem && (error.status === 0 || error.status >= 500)) schedule(retryPause);
}
