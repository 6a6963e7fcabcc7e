import type { FlowDocument, JsonValue } from '@jacquard/flow';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { ApiProblem } from '../api/request.ts';
import { useEditor } from './editor-store.ts';

/** A document that waits to be saved, over the revision that it was made from. It outlives the page of its flow. */
interface Unsaved {
  readonly flowId: string;
  readonly document: FlowDocument;
  readonly revision: string;
}

const pause = 400;
const retryPause = 4000;
let timer: ReturnType<typeof setTimeout> | undefined;
let unsaved: Unsaved | undefined;
let inFlight: Promise<void> | undefined;

/** Saves the flow a moment after each change, one save at a time, each over the revision that it was made from. */
export function startAutosave(): void {
  useEditor.subscribe((state, before) => {
    if (state.save.state !== 'unsaved' || state.history?.document === before.history?.document) return;
    noteUnsaved();
    schedule(pause);
  });
  addEventListener('beforeunload', (event) => {
    if (unsaved || inFlight || useEditor.getState().save.state === 'conflict') event.preventDefault();
  });
}

/** Takes the open document as what is to be saved next. */
export function noteUnsaved(): void {
  const { flowId, history, revision } = useEditor.getState();
  if (flowId !== undefined && history) unsaved = { flowId, document: history.document, revision };
}

/** The document that waits is not to be saved any more: another took its place, or it was saved elsewhere. */
export function forgetUnsaved(): void {
  clearTimeout(timer);
  unsaved = undefined;
}

/** Resolves when the save that is under way has ended, however it did. */
export async function untilSaveEnds(): Promise<void> {
  await inFlight?.catch(() => undefined);
}

function schedule(delay: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void saveNow().catch(() => undefined), delay);
}

/** Saves what is unsaved and waits for it. Rejects when it could not be saved; the state says why. */
export async function saveNow(): Promise<void> {
  clearTimeout(timer);
  if (inFlight) await inFlight.catch(() => undefined);
  const job = unsaved;
  if (!job) return;
  unsaved = undefined;
  inFlight = saveDocument(job).finally(() => {
    inFlight = undefined;
  });
  await inFlight;
}

async function saveDocument(job: Unsaved): Promise<void> {
  const { flowId, document } = job;
  if (useEditor.getState().flowId === flowId) useEditor.setState({ save: { state: 'saving' } });
  try {
    const { revision } = await api.saveFlow(flowId, document, job.revision);
    const isNewer = unsaved?.flowId === flowId;
    if (unsaved?.flowId === flowId) unsaved = { ...unsaved, revision };
    if (useEditor.getState().flowId === flowId) {
      useEditor.setState({ revision, save: { state: isNewer ? 'unsaved' : 'saved' } });
    }
    if (isNewer) schedule(pause);
    void queryClient.invalidateQueries({ queryKey: queryKeys.flows });
  } catch (error) {
    await tellFailure(job, error);
    throw error;
  }
}

async function tellFailure(job: Unsaved, error: unknown): Promise<void> {
  const status = error instanceof ApiProblem ? error.status : undefined;
  const isOpen = useEditor.getState().flowId === job.flowId;
  if (status === 412 || status === 404) {
    if (!isOpen) await keepCopy(job.document);
    else await tellConflict(job.flowId, status);
    return;
  }
  unsaved ??= job;
  if (isOpen) useEditor.setState({ save: { state: 'failed', problem: error } });
  if (status === 0 || (status !== undefined && status >= 500)) schedule(retryPause);
}

async function tellConflict(flowId: string, status: 412 | 404): Promise<void> {
  const theirs = status === 412 ? await api.flow(flowId).catch(() => undefined) : undefined;
  useEditor.setState({ save: theirs ? { state: 'conflict', theirs } : { state: 'gone' } });
}

/** The flow was left before its last change could be saved, and someone else has changed it since: both are kept. */
async function keepCopy(document: FlowDocument): Promise<void> {
  await api.createFlow(document as unknown as JsonValue); // boundary: a document is JSON
  await queryClient.invalidateQueries({ queryKey: queryKeys.flows });
}
