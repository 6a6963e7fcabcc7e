import { asAddress, isPublicAddress } from './classify-address.ts';
import { matchesAddress, matchesName, parseHostPattern, portOf, type HostPattern } from './host-pattern.ts';
import { NetworkProblem } from './network-problem.ts';

/** What the operator allows. */
export interface NetworkRules {
  /** `JACQUARD_NETWORK`: everything, nothing, or these hosts. */
  readonly network: 'all' | 'none' | readonly string[];
  /** `JACQUARD_ALLOWED_HOSTS`: hosts and ranges that may be private. */
  readonly allowedHosts: readonly string[];
  /** Origins that the operator set and no flow can set: exempt from the check of addresses. Asked at each request. */
  readonly exemptOrigins: readonly string[] | (() => readonly string[]);
}

/** Decides about hosts and addresses. All methods throw `network-refused` with the reason. */
export interface NetworkPolicy {
  /** Scheme, network rule, and the host when it is written as an address. True when its addresses are exempt. */
  checkUrl(url: URL): boolean;
  /** The addresses of a name that may be connected to, in their order; throws when there is none. */
  allowAddresses<A extends { readonly address: string }>(url: URL, addresses: readonly A[]): A[];
}

/** The policy that the operator’s rules spell out; an entry that can’t be read allows nothing. */
export function createNetworkPolicy({ network, allowedHosts, exemptOrigins }: NetworkRules): NetworkPolicy {
  const listed = Array.isArray(network) ? network.map((entry: string) => parseHostPattern(entry)) : undefined;
  const allowed = allowedHosts.map((entry) => parseHostPattern(entry));
  const isExempt = (url: URL): boolean => {
    const origins = typeof exemptOrigins === 'function' ? exemptOrigins() : exemptOrigins;
    return origins.some((origin) => originOf(origin) === url.origin);
  };
  return {
    checkUrl(url) {
      checkForm(url);
      const port = portOf(url);
      if (network === 'none') throw refused(url, 'network-off');
      if (listed?.some((pattern) => matchesName(pattern, url.hostname, port)) === false) {
        throw refused(url, 'host-not-listed');
      }
      if (isExempt(url)) return true;
      const address = asAddress(url.hostname);
      if (address !== undefined && !isAllowed(allowed, url, address)) throw refused(url, 'private-address', address);
      return false;
    },
    allowAddresses(url, addresses) {
      const fitting = addresses.filter(({ address }) => isAllowed(allowed, url, address));
      if (fitting.length > 0) return fitting;
      throw refused(url, 'private-address', addresses[0]?.address ?? '');
    },
  };
}

/** Origins compared as the URL standard writes them; an empty text, which none is, for what can't be read. */
export function originOf(text: string): string {
  return URL.parse(text)?.origin ?? '';
}

function isAllowed(allowed: readonly HostPattern[], url: URL, address: string): boolean {
  if (isPublicAddress(address)) return true;
  const port = portOf(url);
  return allowed.some((pattern) => matchesName(pattern, url.hostname, port) || matchesAddress(pattern, address, port));
}

function checkForm(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused(url, 'scheme');
  if (url.username !== '' || url.password !== '') throw refused(url, 'credentials');
}

function refused(url: URL, why: string, address?: string): NetworkProblem {
  const host = url.host === '' ? url.protocol : url.host;
  return new NetworkProblem('network-refused', { why, host, ...(address !== undefined && { address }) });
}
