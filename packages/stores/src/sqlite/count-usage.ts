import type { Usage } from '@jacquard/protocol';
import type { KeyUsage } from '../access/key-store.ts';
import type { Space } from '../interfaces.ts';
import type { Database } from './database.ts';

const millisecondsOfDay = 86_400_000;

/** The day of a time, in UTC, counted from 1970. */
export function dayOf(at: number): number {
  return Math.floor(at / millisecondsOfDay);
}

/** Adds to what a caller used on a day; to be called inside a transaction. */
export type CountUsage = (space: Space, caller: string, at: number, usage: Partial<KeyUsage>) => void;

export function createCountUsage(database: Database): CountUsage {
  const add = database.prepare(
    `insert into key_usage (space, caller, day, calls, tokens, cost) values (?, ?, ?, ?, ?, ?)
     on conflict do update set calls = calls + excluded.calls, tokens = tokens + excluded.tokens, cost = cost + excluded.cost`,
  );
  return (space, caller, at, { calls = 0, tokens = 0, cost = 0 }) =>
    add.run(space, caller, dayOf(at), calls, tokens, cost);
}

/** What a run's end says that it used. */
export function usedBy({ inputTokens = 0, outputTokens = 0, cost = 0 }: Usage = {}): Omit<KeyUsage, 'calls'> {
  return { tokens: inputTokens + outputTokens, cost };
}
