import { Problem } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { RunBatch, RunStatus, Space } from '../interfaces.ts';
import type { AppendMessages } from './append-messages.ts';
import { usedBy, type CountUsage } from './count-usage.ts';
import type { Database } from './database.ts';

/** What decides whether a run takes events. */
interface RunHead {
  readonly number: number;
  readonly status: RunStatus;
  readonly lease_owner: string;
  readonly last_seq: number;
  readonly caller: string | null;
  readonly started_at: number;
}

/**
 * Prepares the append of a run's events. The function that it returns does what can be done outside the transaction and
 * hands back the rest: one look at the run, which checks its lease and that the log has no gap, and a row an event.
 */
export function createAppend(database: Database, appendMessages: AppendMessages, countUsage: CountUsage) {
  const find = database.prepare<RunHead>(
    `select number, status, lease_owner, caller, started_at,
       coalesce((select max(seq) from run_events where run = runs.number), 0) as last_seq
     from runs where space = ? and id = ?`,
  );
  const insertEvent = database.prepare('insert into run_events (run, seq, event) values (?, ?, ?)');
  const end = database.prepare(
    `update runs set status = ?, ended_at = ?, usage = ?,
       bytes = (select sum(octet_length(event)) from run_events where run = runs.number)
     where number = ?`,
  );

  return (space: Space, batch: RunBatch): (() => void) => {
    const { runId, events, session } = batch;
    const texts = events.map((event) => JSON.stringify(event));
    refuseGaps(runId, events);
    return () => {
      const run = find.get(space, runId);
      refuse(run, batch);
      const messages = session === undefined ? undefined : appendMessages(space, session);
      let seq = run.last_seq;
      for (const text of texts) insertEvent.run(run.number, (seq += 1), text);
      const final = events.at(-1);
      if (final?.type === 'run-end') {
        end.run(final.status, final.at, final.usage === undefined ? null : JSON.stringify(final.usage), run.number);
        if (run.caller !== null) countUsage(space, run.caller, run.started_at, usedBy(final.usage));
      }
      messages?.();
    };
  };
}

/** `run-end` ends the log, and the numbers follow each other. */
function refuseGaps(runId: string, events: readonly RunEvent[]): void {
  let expected = events[0]?.seq ?? 1;
  for (const [index, { seq, type }] of events.entries()) {
    const endsEarly = type === 'run-end' && index < events.length - 1;
    if (seq !== expected || endsEarly) throw gap(runId, expected, seq);
    expected += 1;
  }
}

function gap(runId: string, expected: number, found: number): Problem {
  return new Problem('run-log-gap', { id: runId, expected, found }, { kind: 'bug' });
}

function refuse(run: RunHead | undefined, { runId, owner, events }: RunBatch): asserts run is RunHead {
  if (run === undefined) throw new Problem('run-not-found', { id: runId });
  if (run.status !== 'running') throw new Problem('run-ended', { id: runId, status: run.status });
  if (run.lease_owner !== owner) throw new Problem('run-lease-lost', { id: runId }, { kind: 'operational' });
  const [first] = events;
  if (first !== undefined && first.seq !== run.last_seq + 1) throw gap(runId, run.last_seq + 1, first.seq);
}
