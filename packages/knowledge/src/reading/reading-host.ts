import { Problem } from '@jacquard/flow';
import type { KnowledgeLog } from '../create-knowledge.ts';
import type { ReadingHost } from '../interfaces.ts';
import { askToRead } from './ask-to-read.ts';
import { defaultReadLimits, type ReadLimits } from './read-limits.ts';
import { startReadingProcess, type ProcessMemory, type ReadingProcess } from './reading-process.ts';

/** Time that a file may take, in milliseconds: at first, and more with each page that is done. */
export interface ReadTime {
  readonly perFile: number;
  readonly perPage: number;
}

/** What a reading host is made of; tests put limits of their own. */
export interface ReadingHostOptions {
  readonly log: KnowledgeLog;
  readonly limits?: ReadLimits | undefined;
  readonly time?: ReadTime | undefined;
  readonly memory?: ProcessMemory | undefined;
  /** Milliseconds without a file after which the process ends. */
  readonly idleAfter?: number | undefined;
  readonly script?: URL | undefined;
}

/** A reading host, and the process that it has: operators see its id in the log, tests end it. */
export interface OpenReadingHost extends ReadingHost {
  process(): number | undefined;
}

const defaultTime: ReadTime = { perFile: 120_000, perPage: 30_000 };
const defaultMemory: ProcessMemory = { heapBytes: 1536 * 1024 ** 2, bytes: 2560 * 1024 ** 2 };

/**
 * A host whose process is started by the first file, reads one after another, and ends when nothing has come for a minute. A
 * file that breaks it, takes too long or is cancelled ends it; the next one gets another.
 */
export function createReadingHost(options: ReadingHostOptions): OpenReadingHost {
  const { log, limits = defaultReadLimits, time = defaultTime, memory = defaultMemory, idleAfter = 60_000 } = options;
  const script = options.script ?? new URL('./host-main.ts', import.meta.url);
  let running: ReadingProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let line: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const stop = (stopped: ReadingProcess): void => {
    if (running === stopped) running = undefined;
    stopped.kill();
  };
  const wake = (): ReadingProcess => {
    clearTimeout(idle);
    const current = running ?? startReadingProcess(script, memory, log);
    running = current;
    void current.ended.then(() => stop(current));
    current.hold(true);
    return current;
  };
  const rest = (current: ReadingProcess): void => {
    if (running !== current) return;
    current.hold(false);
    idle = setTimeout(() => stop(current), idleAfter).unref();
  };
  const readNext: ReadingHost['read'] = async (file, { signal, onPages } = {}) => {
    signal?.throwIfAborted();
    if (isClosed) throw new Problem('cancelled');
    const current = wake();
    try {
      return await askToRead(
        current,
        { ...file, limits },
        { signal, onPages, time, memory, stop: () => stop(current) },
      );
    } finally {
      rest(current);
    }
  };

  return {
    read(file, readOptions = {}) {
      const turn = line.then(() => readNext(file, readOptions));
      line = turn.catch(() => undefined);
      return untilAborted(turn, readOptions.signal);
    },
    process: () => running?.id,
    async close() {
      isClosed = true;
      clearTimeout(idle);
      const last = running;
      last?.hold(true);
      if (last) stop(last);
      await last?.ended;
    },
  };
}

/** Who waits in line leaves it at once. */
function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
