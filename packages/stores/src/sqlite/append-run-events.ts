import { Problem } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { RunBatch, Space } from '../interfaces.ts';
import type { AppendMessages } from './append-messages.ts';
import type { Database } from './database.ts';
import { runColumns, type RunRow } from './run-row.ts';

/**
 * Prepares the append of a run's events. The function that it returns does what can be done outside the transaction and
 * hands back the rest: one update, which checks sequence and lease at once, and a row an event.
 */
export function createAppend(database: Database, appendMessages: AppendMessages) {
  const advance = database.prepare<{ number: number }>(
    `update runs set last_seq = ?, bytes = bytes + ?
     where space = ? and id = ? and last_seq = ? and lease_owner = ? and status = 'running' returning number`,
  );
  const insertEvent = database.prepare('insert into run_events (run, seq, event) values (?, ?, ?)');
  const end = database.prepare('update runs set status = ?, ended_at = ?, usage = ? where number = ?');
  const find = database.prepare<RunRow>(`select ${runColumns} from runs where space = ? and id = ?`);

  return (space: Space, batch: RunBatch): (() => void) => {
    const { runId, events, owner, session } = batch;
    const texts = events.map((event) => JSON.stringify(event));
    const bytes = texts.reduce((sum, text) => sum + text.length, 0);
    const before = (events[0]?.seq ?? 1) - 1;
    refuseGaps(runId, events);
    return () => {
      const last = before + events.length;
      const messages = session === undefined ? undefined : appendMessages(space, session);
      const run = advance.get(last, bytes, space, runId, before, owner);
      if (run === undefined) throw refusal(find.get(space, runId), batch, before);
      for (const [index, text] of texts.entries()) insertEvent.run(run.number, before + 1 + index, text);
      const final = events.at(-1);
      if (final?.type === 'run-end') {
        end.run(final.status, final.at, final.usage === undefined ? null : JSON.stringify(final.usage), run.number);
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

function refusal(run: RunRow | undefined, batch: RunBatch, before: number): Problem {
  const { runId, owner } = batch;
  if (run === undefined) return new Problem('run-not-found', { id: runId });
  if (run.status !== 'running') return new Problem('run-ended', { id: runId, status: run.status });
  if (run.lease_owner !== owner) return new Problem('run-lease-lost', { id: runId }, { kind: 'operational' });
  return gap(runId, run.last_seq + 1, before + 1);
}
