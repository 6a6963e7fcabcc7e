import type { LogLine } from '@jacquard/runtime';
import type { ErrorRequestHandler } from 'express';
import { toProblem } from '../answer-problem.ts';
import { requestLanguage } from '../request-language.ts';
import { openAiError } from './open-ai-error.ts';

/**
 * Answers whatever is thrown under `/v1` in OpenAI's form. Its clients try again what has the status 408, 409, 429 or 5xx; unless
 * it is known when another try may succeed they are told not to, so that a flow which failed isn't run twice behind the caller's back.
 */
export function answerOpenAiError(log: LogLine): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = toProblem(error);
    if (problem.kind === 'bug') log('error', 'request failed', { method: request.method, path: request.path, error });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { status, body } = openAiError(problem.toData(), requestLanguage(request));
    if (problem.retryAfter !== undefined) response.set('Retry-After', String(problem.retryAfter));
    const isWorthAnother = (status === 429 || status === 503) && problem.retryAfter !== undefined;
    if (!isWorthAnother) response.set('x-should-retry', 'false');
    response.status(status).json(body);
  };
}
