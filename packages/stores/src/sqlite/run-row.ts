import type { Usage } from '@jacquard/protocol';
import type { RunStatus, StoredRun } from '../interfaces.ts';

/** The columns of `runs` that make a `RunRow`. */
export const runColumns = `id, flow_id, status, started_at, ended_at, session_id, caller, request_id, trace_parent, trace_state, usage, pinned, name, resumes,
  coalesce((select max(seq) from run_events where run = runs.number), 0) as last_seq`;

/** A row of `runs`, in the columns of `runColumns`. */
export interface RunRow {
  readonly id: string;
  readonly flow_id: string;
  readonly status: RunStatus;
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly session_id: string | null;
  readonly caller: string | null;
  readonly request_id: string | null;
  readonly trace_parent: string | null;
  readonly trace_state: string | null;
  readonly usage: string | null;
  readonly pinned: number;
  readonly name: string | null;
  readonly resumes: number;
  readonly last_seq: number;
}

/** The run that a row stands for. */
export function runFromRow(row: RunRow): StoredRun {
  return {
    id: row.id,
    flowId: row.flow_id,
    status: row.status,
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    sessionId: row.session_id ?? undefined,
    caller: row.caller ?? undefined,
    requestId: row.request_id ?? undefined,
    trace: row.trace_parent === null ? undefined : { parent: row.trace_parent, state: row.trace_state ?? undefined },
    // Written by `append` from a typed event.
    // boundary: written by this package from a typed value
    usage: row.usage === null ? undefined : (JSON.parse(row.usage) as Usage),
    pinned: row.pinned === 1,
    name: row.name ?? undefined,
    resumes: row.resumes,
    lastSeq: row.last_seq,
  };
}
