import type { Job } from './job.ts';
import type { EndReply, TestReply } from './reply.ts';
import type { SandboxProcess } from './sandbox-process.ts';

/** What a process answered to a job; `ended` alone says how, where it couldn't answer any more. */
export interface JobAnswer {
  readonly ended: EndReply['ended'];
  readonly reply: EndReply | undefined;
  readonly tests: ReadonlyMap<number, Omit<TestReply, 'type' | 'index'>>;
  /** Milliseconds. */
  readonly duration: number;
  /** The process may be given another job: it answered of itself, and in time. */
  readonly isSound: boolean;
}

/** Interpreters see themselves that the time is over; those that can't within this time are killed, in milliseconds. */
const grace = 500;

/**
 * Has a process work on a job until it answers, breaks, or the time is over: then it is killed. Aborting kills it, too, and throws the
 * signal's reason.
 */
export async function performJob(
  process: SandboxProcess,
  job: Job,
  { signal, onTest }: JobOptions = {},
): Promise<JobAnswer> {
  signal?.throwIfAborted();
  const started = performance.now();
  const tests = new Map<number, Omit<TestReply, 'type' | 'index'>>();
  const { promise, resolve } = Promise.withResolvers<Pick<JobAnswer, 'ended' | 'reply' | 'isSound'>>();
  const stop = (ended: EndReply['ended']): void => {
    resolve({ ended, reply: undefined, isSound: false });
    process.kill();
  };
  const abort = (): void => stop('crashed');
  signal?.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(() => stop('timed-out'), job.limits.time + grace);
  process.listen({
    end: stop,
    reply(reply) {
      if (reply.type === 'end') {
        resolve({ ended: reply.ended, reply, isSound: reply.ended === 'finished' || reply.ended === 'failed' });
      } else if (reply.type === 'test' && reply.index < (job.tests?.length ?? 0) && !tests.has(reply.index)) {
        const { index, outcome, message } = reply;
        tests.set(index, { outcome, ...(message !== undefined && { message }) });
        onTest?.(index, { outcome, ...(message !== undefined && { message }) });
      }
    },
  });
  process.send(job);
  try {
    const answer = await promise;
    signal?.throwIfAborted();
    return { ...answer, tests, duration: performance.now() - started };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    process.listen(undefined);
  }
}

/** How a job is followed. */
export interface JobOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears each test as it ends. Must not throw. */
  readonly onTest?: ((index: number, result: Omit<TestReply, 'type' | 'index'>) => void) | undefined;
}
