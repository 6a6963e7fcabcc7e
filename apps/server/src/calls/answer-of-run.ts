import { Problem } from '@jacquard/flow';
import { outcomeOf, unlessAborted, type RunOutcome, type SpaceRuntime } from '@jacquard/runtime';
import type { StartedCall } from './start-call.ts';

/** Waits for the run of a call: here, or in whichever process has it. Rejects with the signal's reason. */
export async function waitForCall(
  { runs }: Pick<SpaceRuntime, 'runs'>,
  { runId, handle }: StartedCall,
  signal?: AbortSignal,
): Promise<RunOutcome> {
  return handle === undefined ? outcomeOf(runs, runId, signal) : unlessAborted(handle.result, signal);
}

/** What a run gave, large outputs as references (`GET /runs/:id/values/:ref` has them), or what it waits for; throws why it failed. */
export function answerOfRun(
  { runId, status, stored, skipped, error, usage, waiting = [] }: RunOutcome,
  sessionId?: string,
): object {
  const session = sessionId === undefined ? {} : { sessionId };
  if (status === 'paused') return { runId, status, waiting, usage, ...session };
  if (status === 'completed')
    return { runId, outputs: stored, usage, ...(skipped.length > 0 && { skipped }), ...session };
  throw problemOfRun({ runId, status, error });
}

/** Why a run failed, naming it. */
export function problemOfRun({ runId, status, error }: Pick<RunOutcome, 'runId' | 'status' | 'error'>): Problem {
  const { code, params, kind, node } = error ?? { code: `run-${status}`, params: {}, kind: 'operational' };
  return new Problem(code, { ...params, run: runId }, { kind, ...(node !== undefined && { node }) });
}
