import { create } from 'zustand';
import { knowledgeApi } from '../api/knowledge-api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import type { PlacedFile } from './placed-file.ts';
import {
  arrive,
  changeUpload,
  dropUploads,
  emptyQueue,
  enqueue,
  isBusy,
  nextUploads,
  type UploadQueue,
} from './upload-queue.ts';

/** Files on their way, by base. They go on while one looks at other pages. */
const useQueues = create<Readonly<Record<string, UploadQueue>>>(() => ({}));
const files = new Map<string, PlacedFile>();
const aborts = new Map<string, AbortController>();
const keyOf = (base: string, source: string): string => `${base}\n${source}`;

/** The files on their way to a base. */
export function useUploads(base: string): UploadQueue {
  return useQueues((queues) => queues[base] ?? emptyQueue);
}

/** Sends files to a base, three at a time. One at a path that the base has takes its place. */
export function addFiles(base: string, added: readonly PlacedFile[]): void {
  for (const file of added) files.set(keyOf(base, file.path), file);
  change(base, (queue) =>
    enqueue(
      queue,
      added.map(({ path }) => path),
    ),
  );
  proceed(base);
}

/** Stops the sending; what has arrived stays. */
export function cancelUploads(base: string): void {
  aborts.get(base)?.abort();
  aborts.delete(base);
  change(base, (queue) => dropUploads(queue, 'waiting', 'sending'));
  forgetFiles(base);
}

/** Sends again what could not be sent. */
export function retryUploads(base: string): void {
  const failed = queueOf(base).uploads.filter(({ state }) => state === 'failed');
  addFiles(
    base,
    failed.flatMap(({ source }) => files.get(keyOf(base, source)) ?? []),
  );
}

/** Takes the failures off the page. */
export function forgetFailedUploads(base: string): void {
  change(base, (queue) => dropUploads(queue, 'failed'));
  forgetFiles(base);
}

/** Lets go of the files that no upload names any more. */
function forgetFiles(base: string): void {
  const named = new Set(queueOf(base).uploads.map(({ source }) => keyOf(base, source)));
  for (const key of files.keys()) if (key.startsWith(`${base}\n`) && !named.has(key)) files.delete(key);
}

function queueOf(base: string): UploadQueue {
  return useQueues.getState()[base] ?? emptyQueue;
}

function change(base: string, next: (queue: UploadQueue) => UploadQueue): void {
  useQueues.setState({ [base]: next(queueOf(base)) });
  const isAnyBusy = Object.values(useQueues.getState()).some(isBusy);
  if (isAnyBusy) addEventListener('beforeunload', warn);
  else removeEventListener('beforeunload', warn);
}

/** Leaving the page would lose what hasn't arrived: the browser asks. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function proceed(base: string): void {
  for (const source of nextUploads(queueOf(base))) void send(base, source);
  if (isBusy(queueOf(base))) return;
  forgetFiles(base);
  void queryClient.invalidateQueries({ queryKey: queryKeys.knowledgeBases });
}

async function send(base: string, source: string): Promise<void> {
  const abort = aborts.get(base) ?? new AbortController();
  aborts.set(base, abort);
  change(base, (queue) => changeUpload(queue, source, 'waiting', { state: 'sending' }));
  let lastTold = 0;
  const onSent = (sent: number): void => {
    if (Date.now() - lastTold < 150) return;
    lastTold = Date.now();
    change(base, (queue) => changeUpload(queue, source, 'sending', { sent }));
  };
  try {
    const file = await files.get(keyOf(base, source))?.open();
    if (file) await knowledgeApi.putFile(base, source, file, { signal: abort.signal, onSent });
    if (abort.signal.aborted) return;
    change(base, (queue) => arrive(queue, source));
  } catch (problem) {
    if (abort.signal.aborted) return;
    change(base, (queue) => changeUpload(queue, source, 'sending', { state: 'failed', problem }));
  }
  proceed(base);
}
