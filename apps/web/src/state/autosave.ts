import type { JsonValue } from '@jacquard/flow';
import { mergeFlows } from '@jacquard/canvas';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { ApiProblem } from '../api/request.ts';
import { dropDraft, keepDraft } from './drafts.ts';
import { useEditor } from './editor-store.ts';
import { mergeWith } from './merge-changes.ts';
import { pastedMark } from './pasted-flows.ts';
import {
  isOwnSave,
  moveUnsaved,
  noteUnanswered,
  noteUnsaved,
  takeUnsaved,
  waitAgain,
  whatIsUnsaved,
  type Unsaved,
} from './unsaved.ts';

const pause = 400;
const retryPause = 4000;
let timer: ReturnType<typeof setTimeout> | undefined;
let inFlight: Promise<void> | undefined;

/** Saves the flow a moment after each change, one save at a time, each over the revision that it was made from. */
export function startAutosave(): void {
  useEditor.subscribe((state, before) => {
    if (state.save.state !== 'unsaved' || state.history?.document === before.history?.document) return;
    noteUnsaved();
    schedule(pause);
  });
  addEventListener('beforeunload', (event) => {
    if (whatIsUnsaved() || inFlight || useEditor.getState().save.state === 'conflict') event.preventDefault();
  });
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
  const job = takeUnsaved();
  if (!job) return;
  inFlight = saveDocument(job).finally(() => {
    inFlight = undefined;
  });
  await inFlight;
}

/**
 * Lets the server change the open flow, once what is unsaved is saved: what is heard of that change waits for `work`, which takes
 * it in, instead of taking it for someone else's.
 */
export async function changeOnServer(work: () => Promise<void>): Promise<void> {
  await saveNow();
  const change = work();
  inFlight = change
    .catch(() => undefined)
    .finally(() => {
      inFlight = undefined;
    });
  await change;
}

async function saveDocument(job: Unsaved): Promise<void> {
  const { flowId, document } = job;
  if (useEditor.getState().flowId === flowId) useEditor.setState({ save: { state: 'saving' } });
  keepDraft(job);
  try {
    const saved = await api.saveFlow(flowId, document, job.revision);
    const isNewer = moveUnsaved(flowId, saved.revision, saved.document);
    if (useEditor.getState().flowId === flowId) {
      const save = { state: isNewer ? ('unsaved' as const) : ('saved' as const) };
      useEditor.setState({ revision: saved.revision, base: saved.document, save });
    }
    if (isNewer) schedule(pause);
    else dropDraft(flowId);
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
    if (!isOpen) await saveLeft(job);
    else await meetOther(job, status);
    return;
  }
  waitAgain(job);
  if (status === 0) noteUnanswered(job);
  if (isOpen) useEditor.setState({ save: { state: 'failed', problem: error } });
  if (status === 0 || (status !== undefined && status >= 500)) schedule(retryPause);
}

/** Someone else saved the flow, or this page did and never heard of it; or it is gone. */
async function meetOther(job: Unsaved, status: 412 | 404): Promise<void> {
  const theirs = status === 412 ? await api.flow(job.flowId).catch(() => undefined) : undefined;
  if (!theirs) useEditor.setState({ save: { state: 'gone' } });
  else mergeWith(theirs);
}

/** The flow was left before its last change could be saved, and someone else has changed it since: merged, or both are kept. */
async function saveLeft({ flowId, document, base }: Unsaved): Promise<void> {
  const theirs = await api.flow(flowId).catch(() => undefined);
  const from = theirs && isOwnSave(flowId, theirs.document) ? theirs.document : base;
  const merge = theirs && !theirs.broken && mergeFlows(from, document, theirs.document);
  const isMerged = merge && merge.collisions.length + merge.lost.length === 0;
  const saved = isMerged && (await api.saveFlow(flowId, merge.document, theirs.revision).catch(() => undefined));
  const isPasted = pastedMark(flowId) !== undefined;
  if (!saved) await api.createFlow(document as unknown as JsonValue, isPasted); // boundary: a document is JSON
  dropDraft(flowId);
  await queryClient.invalidateQueries({ queryKey: queryKeys.flows });
}
