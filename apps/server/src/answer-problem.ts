import { Problem } from '@jacquard/flow';
import type { LogLine } from '@jacquard/runtime';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { noteOutcome } from './access/audit-answer.ts';
import { problemDocument } from './problem-document.ts';
import { requestLanguage } from './request-language.ts';

/** What Express throws, in its own words. */
const foreignErrorSchema = z.object({ status: z.number().optional() });

/** Answers whatever a route throws with a problem document. What we didn't foresee is logged, and never shown. */
export function answerProblem(log: LogLine): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = problemToAnswer(log, error, request, response);
    if (problem === undefined) return;
    const document = problemDocument(problem.toData(), requestLanguage(request));
    if (document.status === 401) response.set('WWW-Authenticate', 'Bearer realm="jacquard"');
    response.status(document.status).type('application/problem+json').send(JSON.stringify(document));
  };
}

/**
 * What was thrown, as it is to be answered: it is logged where it is a bug, and `Retry-After` is set. Undefined where an answer has begun,
 * which is cut.
 */
export function problemToAnswer(
  log: LogLine,
  error: unknown,
  request: Request,
  response: Response,
): Problem | undefined {
  const problem = toProblem(error);
  noteOutcome(response, problem.code);
  if (problem.kind === 'bug') log('error', 'request failed', { method: request.method, path: request.path, error });
  if (response.headersSent) {
    response.destroy();
    return undefined;
  }
  if (problem.retryAfter !== undefined) response.set('Retry-After', String(Math.ceil(problem.retryAfter)));
  return problem;
}

/** No route has the path. */
export const answerNotFound: RequestHandler = (request) => {
  throw new Problem('path-not-found', { path: `${request.baseUrl}${request.path}`.slice(0, 200) });
};

/** What a route threw, as a problem: what we didn't foresee is a bug. */
export function toProblem(error: unknown): Problem {
  if (Problem.is(error)) return error;
  if (error instanceof z.ZodError) return requestInvalid(error.issues[0]);
  const status = foreignErrorSchema.safeParse(error).data?.status ?? 500;
  if (status >= 400 && status < 500) return new Problem('request-invalid', { field: '', reason: '' });
  return new Problem('unexpected', {}, { kind: 'bug', cause: error });
}

/** An unknown key has no path: what it stands in has. */
function requestInvalid(issue: z.core.$ZodIssue | undefined): Problem {
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = [...(issue?.path ?? []), ...unknown].join('.').slice(0, 200);
  return new Problem('request-invalid', { field, reason: issue?.message ?? '' });
}
