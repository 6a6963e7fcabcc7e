import { setTimeout as delay } from 'node:timers/promises';
import type { RunResult } from '@jacquard/executor';
import type { Usage } from '@jacquard/protocol';
import type { RunService } from '../run-service.ts';

/** How a run ended, or what it waits for, whichever process ran it. */
export interface RunOutcome extends Pick<RunResult, 'runId' | 'status' | 'stored' | 'skipped' | 'error' | 'waiting'> {
  readonly usage: Usage;
}

/** Milliseconds between two looks at a run that another process has. */
const lookInterval = 200;

/** Waits for the end of a run, or until it is paused. Throws `run-not-found`, `run-suspended`, and the signal's reason. */
export async function outcomeOf(runs: RunService, runId: string, signal?: AbortSignal): Promise<RunOutcome> {
  for (;;) {
    const handle = runs.active(runId);
    if (handle !== undefined) return unlessAborted(handle.result, signal);
    const run = await runs.get(runId);
    if (run.status !== 'running') {
      const { stored = {}, skipped = [], error, waiting } = await runs.state(run);
      return { runId, status: run.status, stored, skipped, error, usage: answeredUsage(run.usage), waiting };
    }
    await unlessAborted(delay(lookInterval), signal);
  }
}

/** What of a run's usage its answer tells: the same, whoever waited. */
function answeredUsage({ inputTokens, outputTokens, energy, energyEstimated }: Usage = {}): Usage {
  return { inputTokens, outputTokens, energy, energyEstimated };
}

/** What a promise gives, or the signal's reason where that comes first. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
