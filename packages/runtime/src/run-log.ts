import type { RunLog } from '@jacquard/executor';
import type { RunEvent } from '@jacquard/protocol';
import type { RunStore, Space } from '@jacquard/stores';

/** Milliseconds that a run stays its owner's without a heartbeat. */
export const leaseTime = 15_000;

/** A log that knows when a run that was just started has become durable. */
export interface DurableRunLog extends RunLog {
  /** Resolves once the run's first event is committed; rejects when it can't be. */
  begun(runId: string): Promise<void>;
}

/**
 * The executor's log over the store of a space. The run's row is written with its first event, in one commit, so that a flow
 * that doesn't compile leaves no trace.
 */
export function createRunLog(runs: RunStore, space: Space, owner: string): DurableRunLog {
  const beginning = new Map<string, Promise<unknown>>();
  const create = (runId: string, event: RunEvent | undefined): Promise<void> | undefined =>
    event?.type !== 'run-start'
      ? undefined
      : runs.create(space, {
          id: runId,
          flowId: event.flowId,
          startedAt: event.at,
          sessionId: event.sessionId,
          caller: event.caller,
          lease: { owner, until: event.at + leaseTime },
        });
  return {
    async append(runId, events, session) {
      const written = Promise.all([create(runId, events[0]), runs.append(space, { runId, events, owner, session })]);
      if (events[0]?.seq === 1) {
        beginning.set(runId, written);
        const forget = (): void => void beginning.delete(runId);
        written.then(forget, forget);
      }
      await written;
    },
    events: (runId, after) => runs.events(space, runId, after),
    park: (runId) => runs.park(space, runId, owner),
    async begun(runId) {
      await beginning.get(runId);
    },
  };
}
