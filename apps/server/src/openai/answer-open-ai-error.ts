import type { LogLine } from '@jacquard/runtime';
import type { ErrorRequestHandler } from 'express';
import { problemToAnswer } from '../answer-problem.ts';
import { requestLanguage } from '../request-language.ts';
import { openAiError } from './open-ai-error.ts';

/**
 * Answers whatever is thrown under `/v1` in OpenAI's form. Its clients try again what has the status 408, 409, 429 or 5xx; unless
 * it is known when another try may succeed they are told not to, so that a flow which failed isn't run twice behind the caller's back.
 */
export function answerOpenAiError(log: LogLine): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = problemToAnswer(log, error, request, response);
    if (problem === undefined) return;
    const { status, body } = openAiError(problem.toData(), requestLanguage(request));
    const isWorthAnother = (status === 429 || status === 503) && problem.retryAfter !== undefined;
    if (!isWorthAnother) response.set('x-should-retry', 'false');
    response.status(status).json(body);
  };
}
