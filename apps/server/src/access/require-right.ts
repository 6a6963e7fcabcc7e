import { Problem } from '@jacquard/flow';
import { mayDo, mayReach, operator, parseFlowAddress, type Principal, type Runtime } from '@jacquard/runtime';
import type { RequestHandler } from 'express';
import type { createOperationFinder } from '../operations/find-operation.ts';
import type { Rule } from '../operations/operation.ts';
import { setPrincipal } from './request-principal.ts';

/**
 * Lets a request through to its route when the table of operations has a rule for it and the rule lets this principal. A path that the
 * table doesn't name is not found, whoever asks.
 */
export function requireRight(runtime: Runtime, find: ReturnType<typeof createOperationFinder>): RequestHandler {
  return async (request, response, next) => {
    const path = `${request.baseUrl}${request.path}`;
    const { operation, params, methods } = find(request.method, path);
    if (operation === undefined) {
      if (methods.length === 0) throw new Problem('path-not-found', { path: path.slice(0, 200) });
      response.set('Allow', methods.join(', '));
      throw new Problem('method-not-allowed', { method: request.method, methods: [...methods] });
    }
    const principal = operator;
    setPrincipal(response, principal);
    await requireRule(runtime, operation.rule, principal, params);
    next();
  };
}

async function requireRule(
  { main }: Runtime,
  rule: Rule,
  principal: Principal,
  params: Readonly<Record<string, string>>,
): Promise<void> {
  if (rule === 'public' || rule === 'anyone' || principal.kind === 'operator') return;
  if (principal.kind === 'nobody') throw new Problem('login-needed');
  if (rule === 'operator') throw new Problem('right-missing', { action: 'operator' });
  const { action, flow, of } = rule;
  if (!mayDo(principal, action)) throw new Problem('right-missing', { action });
  if (flow !== undefined) {
    const { id } = parseFlowAddress(params[flow] ?? '');
    if (!mayDo(principal, action, id)) throw new Problem('flow-not-found', { id });
  }
  if (of === 'run') {
    const id = params.run ?? '';
    if (!mayReach(principal, await main.runs.get(id))) throw new Problem('run-not-found', { id });
  }
  if (of === 'session') {
    const id = params.session ?? '';
    const session = await main.stores.sessions.get(main.space, id);
    if (session === undefined || !mayReach(principal, session)) throw new Problem('session-not-found', { id });
  }
}
