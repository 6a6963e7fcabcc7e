import type { Space } from '../interfaces.ts';

/** Bounds of what a key may use. The counts are those of a `period`; all are absent for a key without limits. */
export interface KeyLimits {
  readonly callsPerMinute?: number | undefined;
  /** Calls that may go on at once. */
  readonly concurrency?: number | undefined;
  /** What `calls`, `tokens` and `cost` are counted in: a day or a month (both in UTC), or as long as the key lives. */
  readonly period?: 'day' | 'month' | 'ever' | undefined;
  readonly calls?: number | undefined;
  /** Tokens read and written. */
  readonly tokens?: number | undefined;
  /** US dollars. */
  readonly cost?: number | undefined;
}

/** A key without its text. Times are milliseconds since the epoch. `actions` and `flows` as `runtime` knows them. */
export interface StoredKey {
  readonly id: string;
  readonly name: string;
  readonly actions: readonly string[];
  readonly flows: 'all' | readonly string[];
  readonly limits: KeyLimits;
  readonly createdAt: number;
  readonly expiresAt?: number | undefined;
  readonly lastUsedAt?: number | undefined;
  readonly revokedAt?: number | undefined;
}

/** What was used: runs that began, and what those that ended took. `tokens`: read and written. `cost` in US dollars. */
export interface KeyUsage {
  readonly calls: number;
  readonly tokens: number;
  readonly cost: number;
}

/**
 * Keys, found by the SHA-256 of their text; the text itself is kept nowhere. What a key's runs use is counted by the run store, in the
 * transactions that begin and end a run: no death of the process loses it or counts it twice.
 */
export interface KeyStore {
  add(space: Space, keyHash: string, key: StoredKey): Promise<void>;
  find(space: Space, keyHash: string): Promise<StoredKey | undefined>;
  get(space: Space, id: string): Promise<StoredKey | undefined>;
  /** Newest first, revoked and expired ones, too. */
  list(space: Space): Promise<readonly StoredKey[]>;
  use(space: Space, id: string, at: number): Promise<void>;
  /** False when there is none of that id, or it was revoked before. */
  revoke(space: Space, id: string, at: number): Promise<boolean>;
  /** Forgets keys that were revoked or ran out before `before`, and what they used. */
  collect(space: Space, before: number): Promise<void>;
  /** Counts what a caller used without a run. */
  count(space: Space, caller: string, at: number, usage: KeyUsage): Promise<void>;
  /** What a caller used from the day of `since` on (UTC). */
  usage(space: Space, caller: string, since: number): Promise<KeyUsage>;
}
