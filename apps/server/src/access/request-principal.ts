import type { Identity, Principal } from '@jacquard/runtime';
import type { Response } from 'express';

const identities = new WeakMap<Response, Identity>();

/** Notes down who asks, once that is known. */
export function setIdentity(response: Response, identity: Identity): void {
  identities.set(response, identity);
}

/** Who asks. Before that is known, nobody. */
export function principalOf(response: Response): Principal {
  return identities.get(response)?.principal ?? { kind: 'nobody' };
}

/** The sign-in of the browser that asks. */
export function loginOf(response: Response): string | undefined {
  return /^login:(.*)$/s.exec(identities.get(response)?.credential ?? '')?.[1];
}
