/**
 * What a key may be allowed to do. `call`: published flows, the runs and sessions that come of it. `draft`: a flow as it stands on the
 * canvas. `read`: flows' documents, versions and interfaces. `edit`: saving and publishing. `models`: this machine's models. `metrics`.
 */
export const keyActions = ['call', 'draft', 'read', 'edit', 'models', 'metrics'] as const;
export type KeyAction = (typeof keyActions)[number];

/** The flows that a key is for. */
export type KeyFlows = 'all' | readonly string[];

/** A program that shows a key. */
export interface KeyPrincipal {
  readonly kind: 'key';
  readonly id: string;
  readonly name: string;
  readonly actions: readonly KeyAction[];
  readonly flows: KeyFlows;
}

/** Who asks: the operator of the machine, a program with a key, or somebody who has shown nothing. */
export type Principal = { readonly kind: 'operator' } | KeyPrincipal | { readonly kind: 'nobody' };

export const operator: Principal = { kind: 'operator' };

/** How runs and sessions note whose they are: `key:ID`; undefined for the operator. */
export function callerOf(principal: Principal): string | undefined {
  return principal.kind === 'key' ? `key:${principal.id}` : undefined;
}

/** Whether what is noted as `caller`'s is this principal's to see: the operator sees all. */
export function mayReach(principal: Principal, { caller }: { readonly caller?: string | undefined }): boolean {
  if (principal.kind === 'operator') return true;
  return principal.kind === 'key' && caller === callerOf(principal);
}

/** Whether a principal may do this, to this flow where it is about one. */
export function mayDo(principal: Principal, action: KeyAction, flowId?: string): boolean {
  if (principal.kind === 'operator') return true;
  if (principal.kind === 'nobody' || !principal.actions.includes(action)) return false;
  return flowId === undefined || principal.flows === 'all' || principal.flows.includes(flowId);
}
