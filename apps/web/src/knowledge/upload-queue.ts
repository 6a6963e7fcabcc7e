/** How the sending of one file stands. */
export interface Upload {
  /** Its path in the base: a file sent there takes the place of the one before. */
  readonly source: string;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** The share that has left, 0 to 1. */
  readonly sent: number;
  readonly problem?: unknown;
}

/** The files on their way to one base. What has arrived is only counted. */
export interface UploadQueue {
  readonly uploads: readonly Upload[];
  readonly arrived: number;
}

/** How many files are sent at a time. */
const abreast = 3;

export const emptyQueue: UploadQueue = { uploads: [], arrived: 0 };

/** Puts files at the end. One that waits or has failed at the same path gives way; one on its way is followed by it. */
export function enqueue(queue: UploadQueue, sources: readonly string[]): UploadQueue {
  const wanted = new Set(sources);
  const isOver = !isBusy(queue);
  const kept = queue.uploads.filter(({ source, state }) => state === 'sending' || !wanted.has(source));
  const added = [...wanted].map((source): Upload => ({ source, state: 'waiting', sent: 0 }));
  return { uploads: [...kept, ...added], arrived: isOver ? 0 : queue.arrived };
}

/** The files whose turn it is. Never two of one path at once. */
export function nextUploads({ uploads }: UploadQueue): readonly string[] {
  const sending = new Set(uploads.filter(({ state }) => state === 'sending').map(({ source }) => source));
  return uploads
    .filter(({ source, state }) => state === 'waiting' && !sending.has(source))
    .slice(0, Math.max(0, abreast - sending.size))
    .map(({ source }) => source);
}

/** Changes the upload of a path that is in a state. */
export function changeUpload(
  queue: UploadQueue,
  source: string,
  from: Upload['state'],
  change: Partial<Upload>,
): UploadQueue {
  const uploads = queue.uploads.map((one) =>
    one.source === source && one.state === from ? { ...one, ...change } : one,
  );
  return { ...queue, uploads };
}

/** Takes a file that has arrived off the queue. */
export function arrive({ uploads, arrived }: UploadQueue, source: string): UploadQueue {
  return {
    uploads: uploads.filter((one) => one.source !== source || one.state !== 'sending'),
    arrived: arrived + 1,
  };
}

/** Takes off whatever is in a state. */
export function dropUploads(queue: UploadQueue, ...states: readonly Upload['state'][]): UploadQueue {
  return { ...queue, uploads: queue.uploads.filter(({ state }) => !states.includes(state)) };
}

/** True while files wait or are on their way. */
export function isBusy({ uploads }: UploadQueue): boolean {
  return uploads.some(({ state }) => state !== 'failed');
}

/** The share of all files that has left, 0 to 1; and how many are through, of how many. */
export function uploadProgress({ uploads, arrived }: UploadQueue): {
  readonly share: number;
  readonly done: number;
  readonly total: number;
} {
  const failed = uploads.filter(({ state }) => state === 'failed').length;
  const total = uploads.length + arrived;
  const done = arrived + failed;
  const onTheWay = uploads.reduce((sum, { state, sent }) => sum + (state === 'sending' ? sent : 0), 0);
  return { share: total === 0 ? 0 : (done + onTheWay) / total, done, total };
}
