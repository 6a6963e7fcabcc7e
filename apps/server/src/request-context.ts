import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RunNotes } from '@jacquard/runtime';
import type { Request, RequestHandler } from 'express';
import { readTrace } from './read-trace.ts';

/** What a request is known by: in the log, in the runs that it starts, and in the traces of those who asked. */
type RequestContext = Pick<RunNotes, 'trace'> & { readonly requestId: string };

const contexts = new AsyncLocalStorage<RequestContext>();
const ofRequests = new WeakMap<object, RequestContext>();

/** What an id of a request may be made of. */
const idForm = /^[\w.:+/=@-]{1,128}$/;

/** Takes the request's id where it is one, else makes it, and answers it; takes the trace that it is part of. */
export const noteRequest: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  const requestId = given !== undefined && idForm.test(given) ? given : randomUUID();
  const trace = readTrace(request.get('traceparent'), request.get('tracestate'));
  const context = { requestId, ...(trace !== undefined && { trace }) };
  ofRequests.set(request, context);
  response.set('X-Request-Id', requestId);
  contexts.run(context, next);
};

/** What is noted with the runs that a request starts. */
export function notesOf(request: Request): RunNotes {
  return ofRequests.get(request) ?? {};
}

/** The id of the request that is being answered, for the lines of the log. */
export function currentRequestId(): string | undefined {
  return contexts.getStore()?.requestId;
}
