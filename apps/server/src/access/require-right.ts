import { Problem } from '@jacquard/flow';
import type { Identity, Runtime } from '@jacquard/runtime';
import type { Request, RequestHandler, Response } from 'express';
import { unsafeMethods } from '../guard-requests.ts';
import type { FindOperation } from '../operations/find-once.ts';
import type { Operation } from '../operations/operation.ts';
import { auditAnswer } from './audit-answer.ts';
import { credentialsOf } from './credentials.ts';
import type { OpenAnswers } from './open-answers.ts';
import { setIdentity } from './request-principal.ts';
import { requireRule } from './require-rule.ts';
import { tellLimits } from './tell-limits.ts';

/**
 * Lets a request through to its route when the table of operations has a rule for it and the rule lets this principal. A path that the
 * table doesn't name is not found, whoever asks. Throws `locked` for all but what is public until there is a password.
 */
export function requireRight(runtime: Runtime, find: FindOperation, answers: OpenAnswers): RequestHandler {
  const { access } = runtime;
  return async (request, response, next) => {
    const { operation, params, methods } = find(request);
    if (access.state === 'locked' && operation?.rule !== 'public') throw locked();
    if (operation === undefined) {
      if (methods.length === 0)
        throw new Problem('path-not-found', { path: `${request.baseUrl}${request.path}`.slice(0, 200) });
      response.set('Allow', methods.join(', '));
      throw new Problem('method-not-allowed', { method: request.method, methods: [...methods] });
    }
    const identity = await access.identify(credentialsOf(request));
    setIdentity(response, identity);
    refuseCookieWithoutOrigin(request, identity, operation);
    auditAnswer(access, request, response, { operation, params });
    await requireRule(runtime, operation.rule, identity.principal, params);
    await tellLimits(access, response, identity.principal);
    cutWithCredential(answers, response, identity);
    next();
  };
}

/** What is said while nobody can sign in. */
export function locked(): Problem {
  return new Problem('locked', {}, { kind: 'operational' });
}

/** What is asked for by GET, as `EventSource` does, and starts a run. */
const startingPath = '/api/v1/flows/:id/stream';

/**
 * Browsers name the page that changes something. A cookie that comes without is no page of ours. What starts by GET must at least be
 * known to come from our own origin, which browsers say over https and on this machine.
 */
function refuseCookieWithoutOrigin({ method, headers }: Request, { credential }: Identity, { path }: Operation): void {
  if (credential?.startsWith('login:') !== true) return;
  const isNamed = headers.origin !== undefined;
  const isOwn = isNamed || headers['sec-fetch-site'] === 'same-origin';
  if (unsafeMethods.has(method) ? !isNamed : path === startingPath && !isOwn)
    throw new Problem('origin-foreign', { origin: '' });
}

/** A stream ends with the key or sign-in that it was asked for with. What is still to be answered is answered. */
function cutWithCredential(answers: OpenAnswers, response: Response, { credential }: Identity): void {
  if (credential === undefined) return;
  const remove = answers.add(credential, { cut: () => response.headersSent && response.destroy() });
  response.once('close', remove);
}
