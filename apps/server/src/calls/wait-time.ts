import { longestWait } from '@jacquard/protocol';
import type { Request } from 'express';

/** Seconds that a caller waits, of `?timeout=`, else of `Prefer: wait=` (RFC 7240, 4.3), which may be ignored when it makes no sense. */
export function waitTimeOf(request: Request, timeout: number | undefined): number | undefined {
  if (timeout !== undefined) return timeout;
  const [, seconds] = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9})"?\s*(?=$|[,;])/i.exec(request.get('prefer') ?? '') ?? [];
  return seconds === undefined ? undefined : Math.min(Number(seconds), longestWait);
}
