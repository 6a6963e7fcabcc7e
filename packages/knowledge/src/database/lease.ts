import type { IndexDatabase } from './index-connection.ts';

/** Within a transaction: the right to build. True when `owner` has it until `until`; times are milliseconds since the epoch. */
export function takeLease(database: IndexDatabase, owner: string, until: number, now: number): boolean {
  const lease = database
    .prepare<{ lease_owner: string | null; lease_until: number | null }>('select lease_owner, lease_until from base')
    .get();
  const isHeld = lease?.lease_owner != null && lease.lease_owner !== owner && (lease.lease_until ?? 0) > now;
  if (isHeld) return false;
  database.prepare<void>('update base set lease_owner = ?, lease_until = ?').run(owner, until);
  return true;
}

/** Within a transaction: gives back what `owner` holds. */
export function releaseLease(database: IndexDatabase, owner: string): void {
  database.prepare<void>('update base set lease_owner = null, lease_until = null where lease_owner = ?').run(owner);
}
