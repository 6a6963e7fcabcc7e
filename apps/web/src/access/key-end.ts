import type { Key } from '@jacquard/protocol';

/** Why a key is no longer taken, at a time in milliseconds; undefined for one that is. */
export function keyEnd({ revokedAt, expiresAt }: Key, now: number): 'revoked' | 'ended' | undefined {
  if (revokedAt !== undefined) return 'revoked';
  return expiresAt !== undefined && expiresAt <= now ? 'ended' : undefined;
}
