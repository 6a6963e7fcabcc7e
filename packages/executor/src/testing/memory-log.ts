import type { RunEvent } from '@jacquard/protocol';
import type { RunLog, SessionMessage } from '../interfaces.ts';

/** A log that lives as long as its process. Refuses gaps, as real ones do. */
export interface MemoryLog extends RunLog {
  /** What has been appended, by run. */
  readonly runs: ReadonlyMap<string, readonly RunEvent[]>;
  /** Messages of sessions, in the order in which they were appended. */
  readonly messages: readonly SessionMessage[];
  /** How many batches were appended. */
  readonly batches: number;
}

/** An empty log. */
export function createMemoryLog(): MemoryLog {
  const runs = new Map<string, RunEvent[]>();
  const messages: SessionMessage[] = [];
  let batches = 0;
  return {
    runs,
    messages,
    get batches() {
      return batches;
    },
    append: async (runId, events, session) => {
      const known = runs.get(runId) ?? [];
      runs.set(runId, known);
      let expected = known.length + 1;
      for (const event of events) {
        if (event.seq !== expected) throw new Error(`event ${event.seq} where ${expected} was due`);
        known.push(event);
        expected += 1;
      }
      if (session !== undefined) messages.push(...session.messages);
      batches += 1;
    },
    events: async (runId, after) => (runs.get(runId) ?? []).slice(after),
    park: async () => undefined,
  };
}
