import { Problem, scanJson } from '@jacquard/flow';
import type { LogLine } from '@jacquard/runtime';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import { noteOutcome } from './access/audit-answer.ts';
import { problemDocument } from './problem-document.ts';
import { requestLanguage } from './request-language.ts';

/** What Express and its parsers throw, in their own words. */
const foreignErrorSchema = z.object({
  type: z.string().optional(),
  body: z.string().catch(''),
  status: z.number().optional(),
});

/** Answers whatever a route throws with a problem document. What we didn't foresee is logged, and never shown. */
export function answerProblem(log: LogLine): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = toProblem(error);
    noteOutcome(response, problem.code);
    if (problem.kind === 'bug') log('error', 'request failed', { method: request.method, path: request.path, error });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const document = problemDocument(problem.toData(), requestLanguage(request));
    if (problem.retryAfter !== undefined) response.set('Retry-After', String(Math.ceil(problem.retryAfter)));
    if (document.status === 401) response.set('WWW-Authenticate', 'Bearer realm="jacquard"');
    response.status(document.status).type('application/problem+json').send(JSON.stringify(document));
  };
}

/** No route has the path. */
export const answerNotFound: RequestHandler = (request) => {
  throw new Problem('path-not-found', { path: `${request.baseUrl}${request.path}`.slice(0, 200) });
};

/** What a route threw, as a problem: what we didn't foresee is a bug. */
export function toProblem(error: unknown): Problem {
  if (Problem.is(error)) return error;
  if (error instanceof z.ZodError) return requestInvalid(error.issues[0]);
  const parsed = foreignErrorSchema.safeParse(error);
  if (parsed.success && parsed.data.type === 'entity.parse.failed') return notJson(parsed.data.body);
  if (parsed.success && parsed.data.type === 'entity.too.large') return new Problem('body-too-large');
  const status = parsed.data?.status ?? 500;
  if (status >= 400 && status < 500) return new Problem('request-invalid', { field: '', reason: '' });
  return new Problem('unexpected', {}, { kind: 'bug', cause: error });
}

/** An unknown key has no path: what it stands in has. */
function requestInvalid(issue: z.core.$ZodIssue | undefined): Problem {
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = [...(issue?.path ?? []), ...unknown].join('.').slice(0, 200);
  return new Problem('request-invalid', { field, reason: issue?.message ?? '' });
}

function notJson(text: string): Problem {
  const scanned = scanJson(text);
  return new Problem('body-not-json', scanned.ok ? {} : { line: scanned.line, column: scanned.column });
}
