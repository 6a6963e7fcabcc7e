import type { IncomingMessage } from 'node:http';
import { hostname } from 'node:os';
import { isLoopback } from '@jacquard/runtime';

/** Decides which requests are meant for this server, and come from its own pages. */
export interface OwnAddresses {
  /**
   * True when the request names this server as its host. A page that rebinds its own name to this address doesn't. An address in
   * figures can't be rebound: where a login is needed, any will do, since a container doesn't know those of its machine.
   */
  isOwnHost(request: IncomingMessage): boolean;
  /**
   * True when the request comes from our own page, or from no browser at all. Browsers send `Origin` with unsafe methods and
   * websockets, and `Sec-Fetch-Site` with all; other programs send neither.
   */
  isOwnOrigin(request: IncomingMessage): boolean;
}

export interface AddressOptions {
  /** What the server listens on. */
  readonly host: string;
  /** Origins of the operator's configuration, as of a proxy. */
  readonly publicUrls: readonly string[];
}

/** The addresses of a server. Nothing but `Host`, `Origin` and `Sec-Fetch-Site` is read: what a proxy adds, anyone could. */
export function ownAddresses({ host, publicUrls }: AddressOptions): OwnAddresses {
  const isBeyond = !isLoopback(host);
  const machine = hostname().toLowerCase();
  const names = new Set(publicUrls.map((url) => new URL(url).hostname.toLowerCase()));
  if (isBeyond) for (const name of [host.toLowerCase(), machine, `${machine}.local`]) names.add(name);
  return {
    isOwnHost({ headers }) {
      const name = hostName(headers.host);
      if (name === undefined) return false;
      return isLoopback(name) || names.has(name) || (isBeyond && isInFigures(name));
    },
    isOwnOrigin({ headers }) {
      const { origin, host: asked } = headers;
      if (origin !== undefined) {
        const from = origin.toLowerCase();
        return (
          [`http://${asked?.toLowerCase()}`, `https://${asked?.toLowerCase()}`].includes(from) ||
          publicUrls.includes(from)
        );
      }
      const site = headers['sec-fetch-site'];
      return site === undefined || site === 'same-origin' || site === 'none';
    },
  };
}

/** True for an address of IPv4 in its usual form, and for one of IPv6. */
function isInFigures(name: string): boolean {
  const url = name.includes(':') ? `http://[${name}]` : `http://${name}`;
  if (!URL.canParse(url)) return false;
  return name.includes(':') || (/^[\d.]+$/.test(name) && new URL(url).hostname === name);
}

function hostName(host: string | undefined): string | undefined {
  if (host === undefined || !/^(\[[\da-f:]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host)) return undefined;
  return host
    .replace(/:\d{1,5}$/, '')
    .replaceAll(/[[\]]/g, '')
    .toLowerCase();
}
