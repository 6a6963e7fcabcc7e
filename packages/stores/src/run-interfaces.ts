import type { RunEvent, Usage } from '@jacquard/protocol';
import type { CallKey } from './calls/call-key-store.ts';
import type { NewWebhook } from './calls/webhook-store.ts';
import type { Space, StoredMessage } from './interfaces.ts';

/** How a run stands. `interrupted`: its process died, and it could not be resumed. `paused` waits for a person, in no process. */
export type RunStatus = 'running' | 'paused' | 'completed' | 'failed' | 'cancelled' | 'interrupted';

/** The trace that a run is part of, as the headers have it (W3C Trace Context). */
export interface TraceContext {
  readonly parent: string;
  readonly state?: string | undefined;
}

/** A run that begins; its key and its webhook are written in the same commit. */
export interface NewRun {
  readonly id: string;
  readonly flowId: string;
  readonly startedAt: number;
  readonly sessionId?: string | undefined;
  readonly caller?: string | undefined;
  readonly requestId?: string | undefined;
  readonly trace?: TraceContext | undefined;
  readonly key?: CallKey | undefined;
  readonly webhook?: NewWebhook | undefined;
  readonly lease: { readonly owner: string; readonly until: number };
}

/** A run without its events. */
export interface StoredRun {
  readonly id: string;
  readonly flowId: string;
  readonly status: RunStatus;
  readonly startedAt: number;
  readonly endedAt?: number | undefined;
  readonly sessionId?: string | undefined;
  readonly usage?: Usage | undefined;
  /** Who called it, as `key:ID`; absent: the operator. */
  readonly caller?: string | undefined;
  /** The id of the request that started it. */
  readonly requestId?: string | undefined;
  readonly trace?: TraceContext | undefined;
  readonly pinned: boolean;
  /** What a person calls it. */
  readonly name?: string | undefined;
  /** How often it was resumed after its process died. */
  readonly resumes: number;
  readonly lastSeq: number;
}

/** What a lease's holder may do, it alone; others wait until `until` is past. */
export interface RunLease {
  readonly runId: string;
  readonly owner: string;
  readonly until: number;
}

/** Question and answer of a session's run, written in the transaction of its `run-end`. */
export interface SessionAppend {
  readonly sessionId: string;
  readonly messages: readonly StoredMessage[];
}

/** A batch that is committed whole or not at all. */
export interface RunBatch {
  readonly runId: string;
  /** Gap-free, following `lastSeq`; anything else is refused (`run-log-gap`), and all after `run-end` (`run-ended`). */
  readonly events: readonly RunEvent[];
  /** The writer's lease; lost ones are refused (`run-lease-lost`). */
  readonly owner: string;
  readonly session?: SessionAppend | undefined;
}

/** Runs, their event logs and their leases. */
export interface RunStore {
  /** Throws `run-exists`; `call-key-taken` for a key of its caller's that has not expired. */
  create(space: Space, run: NewRun): Promise<void>;
  /** Commits batches of many runs together (group commit); resolves after the commit. */
  append(space: Space, batch: RunBatch): Promise<void>;
  get(space: Space, runId: string): Promise<StoredRun | undefined>;
  list(
    space: Space,
    filter?: {
      flowId?: string;
      sessionId?: string;
      status?: RunStatus;
      caller?: string;
      before?: number;
      limit?: number;
    },
  ): Promise<readonly StoredRun[]>;
  events(space: Space, runId: string, after: number, limit?: number): Promise<readonly RunEvent[]>;
  /** Takes over a running run whose lease is past, counting one resume; undefined when another has it. */
  acquire(space: Space, runId: string, owner: string, until: number, now: number): Promise<StoredRun | undefined>;
  /** Extends the owner's leases. Returns the runs that it no longer has: their work must stop. */
  heartbeat(space: Space, runIds: readonly string[], owner: string, until: number): Promise<readonly string[]>;
  /** The owner's run waits for a person: no process has it from now on. `run-lease-lost` for another's. */
  park(space: Space, runId: string, owner: string): Promise<void>;
  /** Takes a paused run; undefined when another process was first, or it isn't paused. */
  takeParked(space: Space, runId: string, owner: string, until: number): Promise<StoredRun | undefined>;
  /** Running runs whose lease is past. */
  abandoned(space: Space, now: number): Promise<readonly StoredRun[]>;
  pin(space: Space, runId: string, pinned: boolean): Promise<void>;
  rename(space: Space, runId: string, name: string | undefined): Promise<void>;
  /** `run-still-running` for one that goes on, unless its log is still empty: then it never began. */
  delete(space: Space, runId: string): Promise<void>;
  /** Deletes ended, unpinned runs that began before `before`, and the oldest above `maxBytes`. Returns how many. */
  collect(space: Space, limits: { before: number; maxBytes: number }): Promise<number>;
}
