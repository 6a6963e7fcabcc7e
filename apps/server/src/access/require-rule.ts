import { Problem } from '@jacquard/flow';
import { mayDo, mayReach, parseFlowAddress, type Principal, type Runtime } from '@jacquard/runtime';
import type { Rule } from '../operations/operation.ts';

/**
 * Throws unless a rule lets a principal do what it is about. What a key may not reach is as absent as what doesn't exist:
 * `flow-not-found`, `run-not-found`, `session-not-found`; otherwise `login-needed` or `right-missing`.
 */
export async function requireRule(
  runtime: Runtime,
  rule: Rule,
  principal: Principal,
  params: Readonly<Record<string, string>>,
): Promise<void> {
  if (rule === 'public' || rule === 'anyone' || principal.kind === 'operator') return;
  if (principal.kind === 'nobody') throw new Problem('login-needed');
  if (rule === 'known') return;
  if (rule === 'operator') throw new Problem('right-missing', { action: 'operator' });
  const { action, or = action, flow, of } = rule;
  if (!mayDo(principal, action) && !mayDo(principal, or)) throw new Problem('right-missing', { action });
  if (flow !== undefined) {
    const { id } = parseFlowAddress(params[flow] ?? '');
    if (!mayDo(principal, action, id) && !mayDo(principal, or, id)) throw new Problem('flow-not-found', { id });
  }
  if (of === 'run') await requireRun(runtime, principal, params.run ?? '');
  if (of === 'session') await requireSession(runtime, principal, params.session ?? '');
}

async function requireRun({ main }: Runtime, principal: Principal, id: string): Promise<void> {
  if (!mayReach(principal, await main.runs.get(id))) throw new Problem('run-not-found', { id });
}

async function requireSession({ main }: Runtime, principal: Principal, id: string): Promise<void> {
  const session = await main.stores.sessions.get(main.space, id);
  if (session === undefined || !mayReach(principal, session)) throw new Problem('session-not-found', { id });
}
