import type { IncomingMessage } from 'node:http';
import { isLoopback } from '@jacquard/runtime';

/** True when the request names this machine as its host. A page that rebinds its own name to 127.0.0.1 doesn't. */
export function isOwnHost({ headers }: IncomingMessage): boolean {
  const name = hostName(headers.host);
  return name !== undefined && isLoopback(name);
}

/**
 * True when the request comes from our own page, or from no browser at all. Browsers send `Origin` with unsafe methods and
 * websockets, and `Sec-Fetch-Site` with all; other programs send neither.
 */
export function isOwnOrigin({ headers }: IncomingMessage): boolean {
  const host = headers.host?.toLowerCase();
  if (headers.origin !== undefined) return [`http://${host}`, `https://${host}`].includes(headers.origin.toLowerCase());
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

function hostName(host: string | undefined): string | undefined {
  if (host === undefined || !/^(\[[\da-f:]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host)) return undefined;
  return host
    .replace(/:\d{1,5}$/, '')
    .replaceAll(/[[\]]/g, '')
    .toLowerCase();
}
