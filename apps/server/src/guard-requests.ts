import { Problem } from '@jacquard/flow';
import type { RequestHandler } from 'express';
import type { OwnAddresses } from './same-site.ts';

/** Methods that change something. */
export const unsafeMethods: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Refuses requests for another host (421): what a rebound name in someone's browser would send. */
export function refuseForeignHost({ isOwnHost }: OwnAddresses): RequestHandler {
  return (request, _response, next) => {
    if (!isOwnHost(request)) throw new Problem('host-foreign', { host: (request.headers.host ?? '').slice(0, 200) });
    next();
  };
}

/** Refuses what another site's page sends to the API, reading as well as writing (403). */
export function refuseForeignOrigin({ isOwnOrigin }: OwnAddresses): RequestHandler {
  return (request, _response, next) => {
    if (!isOwnOrigin(request))
      throw new Problem('origin-foreign', { origin: (request.headers.origin ?? '').slice(0, 200) });
    next();
  };
}

/** Takes bodies of JSON and forms with files alone: what an HTML form of another site could send is none of them. */
export const refuseOtherBodies: RequestHandler = (request, _response, next) => {
  const hasBody = unsafeMethods.has(request.method) && request.headers['content-length'] !== '0';
  const type = request.headers['content-type'];
  if (hasBody && type !== undefined && request.is(['application/json', 'multipart/form-data']) === false)
    throw new Problem('body-type', { type: type.slice(0, 100) });
  next();
};

/** Levels of objects and lists in a body. A flow of scopes in scopes needs some thirty. */
const mostLevels = 200;

/** A member that JavaScript takes for something else, where an object is copied without care. */
const refusedName = '__proto__';

/** Refuses bodies nested so deep that code which walks them by recursion would run out of stack, and those with a member `__proto__`. */
export const refuseDeepBodies: RequestHandler = (request, _response, next) => {
  requireSound(request.body);
  next();
};

/** The same of what was JSON in a form or an address. Throws `body-too-deep`, `body-key-refused`. */
export function requireSound(given: unknown): void {
  let level: unknown[] = [given];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostLevels) throw new Problem('body-too-deep', { most: mostLevels });
    level = level.flatMap((value) => {
      if (typeof value !== 'object' || value === null) return [];
      if (Object.hasOwn(value, refusedName)) throw new Problem('body-key-refused', { name: refusedName });
      return Object.values(value);
    });
  }
}
