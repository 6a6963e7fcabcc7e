import type { RunLog } from '@jacquard/executor';
import type { RunEvent } from '@jacquard/protocol';
import type { RunStore, Space } from '@jacquard/stores';
import type { RunNotes } from './start-run.ts';

/** Milliseconds that a run stays its owner's without a heartbeat. */
export const leaseTime = 15_000;

/** A run that is about to begin. */
interface ComingRun extends RunNotes {
  readonly id: string;
  readonly flowId: string;
  readonly sessionId?: string | undefined;
  readonly caller?: string | undefined;
}

/** A log that knows when a run that was just started has become durable. */
export interface DurableRunLog extends RunLog {
  /**
   * Notes what a run begins with. A key or a webhook is written at once, with the run's row: before anything runs. Throws
   * `call-key-taken`.
   */
  prepare(run: ComingRun): Promise<void>;
  /** A run that was prepared couldn't begin: it leaves no trace. */
  abandon(runId: string): Promise<void>;
  /** Resolves once the run's first event is committed; rejects when it can't be. */
  begun(runId: string): Promise<void>;
}

/**
 * The executor's log over the store of a space. The run's row is written with its first event, in one commit, so that a flow
 * that doesn't compile leaves no trace.
 */
export function createRunLog(runs: RunStore, space: Space, owner: string): DurableRunLog {
  const beginning = new Map<string, Promise<unknown>>();
  const notes = new Map<string, RunNotes>();
  const written = new Set<string>();
  const create = (runId: string, event: RunEvent | undefined): Promise<void> | undefined => {
    if (event?.type !== 'run-start' || written.delete(runId)) return undefined;
    const { flowId, at: startedAt, sessionId, caller } = event;
    const run = { id: runId, flowId, startedAt, sessionId, caller, ...notes.get(runId) };
    notes.delete(runId);
    return runs.create(space, { ...run, lease: { owner, until: startedAt + leaseTime } });
  };
  return {
    async prepare(run) {
      const { id, key, webhook, requestId, trace } = run;
      if (key === undefined && webhook === undefined) {
        if (requestId !== undefined || trace !== undefined) notes.set(id, { requestId, trace });
        return;
      }
      const now = Date.now();
      await runs.create(space, { ...run, startedAt: now, lease: { owner, until: now + leaseTime } });
      written.add(id);
    },
    async abandon(runId) {
      notes.delete(runId);
      if (written.delete(runId)) await runs.delete(space, runId);
    },
    async append(runId, events, session) {
      const appended = Promise.all([create(runId, events[0]), runs.append(space, { runId, events, owner, session })]);
      if (events[0]?.seq === 1) {
        beginning.set(runId, appended);
        const forget = (): void => void beginning.delete(runId);
        appended.then(forget, forget);
      }
      await appended;
    },
    events: (runId, after) => runs.events(space, runId, after),
    park: (runId) => runs.park(space, runId, owner),
    async begun(runId) {
      await beginning.get(runId);
    },
  };
}
