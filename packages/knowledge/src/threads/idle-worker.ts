import { Worker } from 'node:worker_threads';
import type { KnowledgeLog } from '../create-knowledge.ts';

/** A thread that is started when it is first needed, again after it died, and ended when it has been idle for a time. */
export interface IdleWorker {
  /** Sends a message, and keeps the process from exiting until {@link IdleWorker.rest}. */
  post(message: unknown): void;
  /** Nothing is awaited of it for now. */
  rest(): void;
  close(): Promise<void>;
}

/** What a thread is made of. */
export interface IdleWorkerOptions {
  readonly script: URL;
  readonly log: KnowledgeLog;
  readonly onMessage: (message: unknown) => void;
  /** Hears that the thread ended unasked: what it was sent is lost. */
  readonly onDeath: (reason: string) => void;
  /** Milliseconds of rest after which the thread ends and its memory is freed. */
  readonly idleAfter: number;
}

/** See {@link IdleWorker}. */
export function createIdleWorker({ script, log, onMessage, onDeath, idleAfter }: IdleWorkerOptions): IdleWorker {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;

  const die = (dead: Worker, reason: string): void => {
    if (worker !== dead) return;
    worker = undefined;
    log.warn({ reason }, 'a thread of the knowledge bases died');
    onDeath(reason);
  };
  const start = (): Worker => {
    const started = new Worker(script, { execArgv: [], stdout: true });
    started.on('message', onMessage);
    started.on('error', (error) => die(started, String(error)));
    started.on('exit', (code) => die(started, `exit ${code}`));
    return started;
  };
  const end = async (): Promise<void> => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };

  return {
    post(message) {
      clearTimeout(idle);
      worker ??= start();
      worker.ref();
      worker.postMessage(message, []);
    },
    rest() {
      clearTimeout(idle);
      worker?.unref();
      idle = setTimeout(() => void end(), idleAfter).unref();
    },
    async close() {
      clearTimeout(idle);
      await end();
    },
  };
}
