import type { Fit, Kind } from '@jacquard/flow';

/** How likely a person means this port, lower is likelier: the very kind before `any`, needed ports before optional ones. */
export function portRank(fit: Exclude<Fit['fit'], 'refused'>, target: Kind, isOptional: boolean | undefined): number {
  const isOpen = target.kind === 'any' || target.kind === 'variable';
  return (fit === 'converted' ? 100 : 0) + (isOpen ? 50 : 0) + (isOptional ? 15 : 0);
}
