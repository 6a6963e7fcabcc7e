import type { RunLog } from '@jacquard/executor';
import type { RunEvent } from '@jacquard/protocol';
import type { RunStore, Space } from '@jacquard/stores';

/** Milliseconds that a run stays its owner's without a heartbeat. */
export const leaseTime = 15_000;

/**
 * The executor's log over the store of a space. The run's row is written with its first event, in one commit, so that a flow
 * that doesn't compile leaves no trace.
 */
export function createRunLog(runs: RunStore, space: Space, owner: string): RunLog {
  const create = (runId: string, event: RunEvent | undefined): Promise<void> | undefined =>
    event?.type !== 'run-start'
      ? undefined
      : runs.create(space, {
          id: runId,
          flowId: event.flowId,
          startedAt: event.at,
          sessionId: event.sessionId,
          lease: { owner, until: event.at + leaseTime },
        });
  return {
    async append(runId, events, session) {
      const batch = { runId, events, owner, session };
      await Promise.all([create(runId, events[0]), runs.append(space, batch)]);
    },
    events: (runId, after) => runs.events(space, runId, after),
  };
}
