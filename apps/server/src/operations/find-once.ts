import type { Request } from 'express';
import type { createOperationFinder, FoundOperation } from './find-operation.ts';

/** The operation that a request asks for. */
export type FindOperation = (request: Request) => FoundOperation;

/** Looks the operation of a request up once, whoever wants to know it: who may ask, and what is counted. */
export function findOnce(lookUp: ReturnType<typeof createOperationFinder>): FindOperation {
  const known = new WeakMap<Request, FoundOperation>();
  return (request) => {
    const found = known.get(request) ?? lookUp(request.method, `${request.baseUrl}${request.path}`);
    known.set(request, found);
    return found;
  };
}
