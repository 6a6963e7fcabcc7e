import { Problem, type ReadDocument } from '@jacquard/flow';
import type { UnreadFile } from '@jacquard/node-kit';
import { createDocumentAssembler } from './document-pieces.ts';
import type { ReadReply, ReadRequest } from './host-protocol.ts';
import type { ReadTime } from './reading-host.ts';
import type { ProcessEnd, ProcessMemory, ReadingProcess } from './reading-process.ts';

/** How one file is followed. `stop` ends the process. */
export interface AskOptions {
  readonly signal: AbortSignal | undefined;
  readonly onPages: ((done: number, total: number) => void) | undefined;
  readonly time: ReadTime;
  readonly memory: ProcessMemory;
  readonly stop: () => void;
}

/** What a file gave. */
interface FileReading {
  readonly documents: readonly ReadDocument[];
  readonly unread: readonly UnreadFile[];
}

let lastId = 0;

/**
 * Has a process read one file. Rejects with the file's problem, `document-takes-too-long`, `document-needs-too-much-memory`,
 * `document-broke-reader`, or the signal's reason.
 */
export async function askToRead(
  reader: ReadingProcess,
  file: Omit<ReadRequest, 'id'>,
  { signal, onPages, time, memory, stop }: AskOptions,
): Promise<FileReading> {
  lastId += 1;
  const id = lastId;
  const { promise, resolve, reject } = Promise.withResolvers<FileReading>();
  const fail = (reason: unknown): void => {
    reject(reason);
    stop();
  };
  const clock = startClock(time, (pages, seconds) =>
    fail(new Problem('document-takes-too-long', { seconds, ...(pages > 0 && { pages }) })),
  );
  const abort = (): void => fail(signal?.reason);
  const collect = createCollector(resolve, reject, (done, total) => {
    clock.extend(done);
    onPages?.(done, total);
  });
  reader.listen({
    reply(reply) {
      if (reply.id !== id) return;
      try {
        collect(reply);
      } catch (error) {
        fail(new Problem('document-broke-reader', {}, { kind: 'bug', cause: error }));
      }
    },
    end: (end) => reject(problemOfEnd(end, memory)),
  });
  signal?.addEventListener('abort', abort, { once: true });
  reader.send({ ...file, id });
  try {
    return await promise;
  } finally {
    reader.listen(undefined);
    clock.stop();
    signal?.removeEventListener('abort', abort);
  }
}

function createCollector(
  resolve: (reading: FileReading) => void,
  reject: (problem: Problem) => void,
  onPages: (done: number, total: number) => void,
): (reply: ReadReply) => void {
  const assembler = createDocumentAssembler();
  const unread: UnreadFile[] = [];
  return (reply) => {
    if (reply.type === 'pages') onPages(reply.done, reply.total);
    else if (reply.type === 'unread') unread.push({ source: reply.source, problem: reply.problem });
    else if (reply.type === 'end') resolve({ documents: assembler.finish(), unread });
    else if (reply.type === 'problem') reject(new Problem(reply.code, reply.params, { kind: reply.kind }));
    else assembler.add(reply);
  };
}

interface Clock {
  /** More time, for pages that are done. */
  extend(pages: number): void;
  stop(): void;
}

function startClock({ perFile, perPage }: ReadTime, onEnd: (pages: number, seconds: number) => void): Clock {
  const start = performance.now();
  let pages = 0;
  let timer: NodeJS.Timeout;
  const arm = (): void => {
    const left = perFile + pages * perPage - (performance.now() - start);
    timer = setTimeout(() => onEnd(pages, Math.round((performance.now() - start) / 1000)), Math.max(0, left));
  };
  arm();
  return {
    extend(done) {
      pages = Math.max(pages, done);
      clearTimeout(timer);
      arm();
    },
    stop: () => clearTimeout(timer),
  };
}

function problemOfEnd({ signal, isOutOfMemory }: ProcessEnd, { bytes }: ProcessMemory): Problem {
  if (isOutOfMemory) return new Problem('document-needs-too-much-memory', { bytes });
  return new Problem('document-broke-reader', { ...(signal !== undefined && { reason: signal }) });
}
