import { lookupAll, type Lookup } from './guarded-connector.ts';
import { createNetworkPolicy, type NetworkRules } from './network-policy.ts';

/**
 * Refuses, before anything is sent, an address that a request to it would be refused for: by the rules, or since it is private. Throws
 * `network-refused`. A name that can't be resolved now is let through: the request asks again.
 */
export async function requireReachable(url: URL, rules: NetworkRules, lookup: Lookup = lookupAll): Promise<void> {
  const policy = createNetworkPolicy(rules);
  if (policy.checkUrl(url)) return;
  const addresses = await lookup(url.hostname.replaceAll(/[[\]]/g, '')).catch(() => []);
  if (addresses.length > 0) policy.allowAddresses(url, addresses);
}
