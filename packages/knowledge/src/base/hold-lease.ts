import { setTimeout as wait } from 'node:timers/promises';
import type { KnowledgeIndex } from '../interfaces.ts';

/** The lease of an index while a building needs it. */
export interface HeldLease {
  /** Aborts when another process has taken it, as after a sleep of this machine. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** Milliseconds: how long a lease holds without being renewed. A process that was killed keeps others waiting so long. */
export const leaseDuration = 3_000;

/** Waits for the right to build, and keeps it. Rejects with the signal's reason. */
export async function holdLease(
  index: Pick<KnowledgeIndex, 'lease' | 'release'>,
  owner: string,
  { now, duration, signal }: { readonly now: () => number; readonly duration: number; readonly signal: AbortSignal },
): Promise<HeldLease> {
  const take = (): Promise<boolean> => index.lease(owner, now() + duration, now());
  while (!(await take())) await wait(Math.min(250, duration / 4), undefined, { signal });
  const lost = new AbortController();
  const renew = setInterval(() => {
    take().then(
      (isMine) => isMine || lost.abort(),
      () => lost.abort(),
    );
  }, duration / 3).unref();
  return {
    lost: lost.signal,
    async release() {
      clearInterval(renew);
      await index.release(owner);
    },
  };
}
