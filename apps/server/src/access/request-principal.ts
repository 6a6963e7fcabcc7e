import type { Principal } from '@jacquard/runtime';
import type { Response } from 'express';

const principals = new WeakMap<Response, Principal>();

/** Notes down who asks, once that is known. */
export function setPrincipal(response: Response, principal: Principal): void {
  principals.set(response, principal);
}

/** Who asks. Before that is known, nobody. */
export function principalOf(response: Response): Principal {
  return principals.get(response) ?? { kind: 'nobody' };
}
