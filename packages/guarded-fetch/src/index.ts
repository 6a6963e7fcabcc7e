export * from './create-guarded-fetch.ts';
export { isPublicAddress } from './classify-address.ts';
export type { Lookup, ResolvedAddress } from './guarded-connector.ts';
export { createNetworkPolicy, type NetworkPolicy, type NetworkRules } from './network-policy.ts';
export * from './network-problem.ts';
export { requireReachable } from './require-reachable.ts';
