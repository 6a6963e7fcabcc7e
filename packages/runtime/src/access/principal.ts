import { keyActionSchema, type KeyAction } from '@jacquard/protocol';
import type { KeyLimits } from '@jacquard/stores';

/** All that a key may be allowed to do: see `keyActionSchema`. */
export const keyActions = keyActionSchema.options;
export type { KeyAction };

/** The flows that a key is for. */
export type KeyFlows = 'all' | readonly string[];

/** A program that shows a key. */
export interface KeyPrincipal {
  readonly kind: 'key';
  readonly id: string;
  readonly name: string;
  readonly actions: readonly KeyAction[];
  readonly flows: KeyFlows;
  /** Absent: none. They are kept by the `KeyLedger`. */
  readonly limits?: KeyLimits | undefined;
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
