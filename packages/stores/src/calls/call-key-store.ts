import type { Space } from '../interfaces.ts';

/** How a call is known again: the key that its caller chose, and what the call asked, as a hash. */
export interface CallKey {
  readonly key: string;
  readonly fingerprint: string;
  /** Milliseconds since the epoch; forgotten from then on. */
  readonly expiresAt: number;
}

/** A call that was made with a key. */
export interface StoredCallKey extends CallKey {
  /** The run that it started; absent for a call of many runs, each of which has a key of its own. */
  readonly runId?: string | undefined;
}

/**
 * Keys of calls, by who called (`''`: the operator). The key of a run is written by `RunStore.create`, in the commit of the run's row,
 * and goes with it.
 */
export interface CallKeyStore {
  find(space: Space, caller: string, key: string, now: number): Promise<StoredCallKey | undefined>;
  /** Notes a key that no run has yet, unless it is there: answers the one that is there now. */
  claim(space: Space, caller: string, key: CallKey, now: number): Promise<StoredCallKey>;
  /** Forgets what has expired. Returns how many. */
  collect(space: Space, now: number): Promise<number>;
}
