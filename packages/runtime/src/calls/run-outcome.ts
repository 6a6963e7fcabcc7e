import { setTimeout as delay } from 'node:timers/promises';
import type { RunResult } from '@jacquard/executor';
import type { Usage } from '@jacquard/protocol';
import type { RunService } from '../run-service.ts';
import { unlessAborted } from '../unless-aborted.ts';

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
