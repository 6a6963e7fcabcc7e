import type { AccessDesk, KeyLeft, Principal } from '@jacquard/runtime';
import type { Response } from 'express';

interface Policy {
  readonly name: string;
  readonly quota: number;
  readonly left: number;
  /** Of the policy, in seconds. */
  readonly window?: number | undefined;
  /** Seconds until it begins anew. */
  readonly reset?: number | undefined;
  /** What is counted, where it isn't requests. */
  readonly unit?: string | undefined;
}

/**
 * Tells a key what it has left, in the headers of the IETF's draft "RateLimit header fields for HTTP" (10), as it stands when the
 * answer begins.
 */
export async function tellLimits(access: AccessDesk, response: Response, principal: Principal): Promise<void> {
  if (principal.kind !== 'key' || principal.limits === undefined) return;
  const { id, limits } = principal;
  const { callsPerMinute, concurrency, calls, tokens } = limits;
  if ([callsPerMinute, concurrency, calls, tokens].every((limit) => limit === undefined)) return;
  const before = await access.ledger.left(id, limits);
  response.writeHead = new Proxy(response.writeHead, {
    apply(writeHead, self, given) {
      const policies = policiesOf(limits, { ...before, ...access.ledger.leftNow(id, limits, before) });
      response.setHeader('RateLimit-Policy', policies.map(policyText).join(', '));
      response.setHeader('RateLimit', policies.map(leftText).join(', '));
      return Reflect.apply(writeHead, self, given);
    },
  });
}

function policiesOf(
  limits: NonNullable<Extract<Principal, { kind: 'key' }>['limits']>,
  now: KeyLeft,
): readonly Policy[] {
  const { left, period, minuteLeft } = now;
  const until = (milliseconds: number | undefined) =>
    milliseconds === undefined ? undefined : Math.ceil(milliseconds / 1_000);
  const reset = until(period.ends === undefined ? undefined : period.ends - Date.now());
  const window = until(period.ends === undefined ? undefined : period.ends - period.begins);
  const all: readonly (Omit<Policy, 'quota' | 'left'> & { quota: number | undefined; left: number | undefined })[] = [
    { name: 'minute', quota: limits.callsPerMinute, left: left.callsPerMinute, window: 60, reset: until(minuteLeft) },
    { name: 'at-once', quota: limits.concurrency, left: left.concurrency, unit: 'concurrent-requests' },
    { name: 'calls', quota: limits.calls, left: left.calls, window, reset },
    { name: 'tokens', quota: limits.tokens, left: left.tokens, window, reset, unit: 'tokens' },
  ];
  return all.flatMap(({ quota, left: remaining, ...rest }) =>
    quota === undefined || remaining === undefined ? [] : [{ ...rest, quota, left: Math.floor(remaining) }],
  );
}

function policyText({ name, quota, window, unit }: Policy): string {
  return [`"${name}"`, `q=${quota}`, window && `w=${window}`, unit && `qu="${unit}"`].filter(Boolean).join(';');
}

function leftText({ name, left, reset }: Policy): string {
  return [`"${name}"`, `r=${left}`, reset && `t=${reset}`].filter(Boolean).join(';');
}
