import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import type { NetworkPolicy } from './network-policy.ts';

/** An address that a name resolved to; `family` is 4 or 6. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a name. */
export type Lookup = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** The system's resolver: hosts file, then DNS. */
export const lookupAll: Lookup = (hostname) => systemLookup(hostname, { all: true });

/**
 * The look-up of a socket that connects to `url`: it resolves once and gives the socket only addresses that were
 * checked, so the address that is checked is the one connected to. A name that answers otherwise the second time
 * (DNS rebinding) is checked again then.
 */
export function guardLookup(url: URL, lookup: Lookup, policy: NetworkPolicy | undefined): LookupFunction {
  return (hostname, options, callback) => {
    const answer = async (): Promise<readonly ResolvedAddress[]> => {
      const addresses = await lookup(hostname);
      return policy === undefined ? addresses : policy.allowAddresses(url, addresses);
    };
    answer().then(
      (addresses) => {
        const wanted = addresses.filter(({ family }) => !options.family || family === options.family);
        const first = wanted[0];
        if (first === undefined) callback(noAddress(hostname), '', 0);
        else if (options.all === true) callback(null, [...wanted]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : noAddress(hostname), '', 0);
      },
    );
  };
}

function noAddress(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' });
}
