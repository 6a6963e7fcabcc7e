import ipaddr from 'ipaddr.js';
import { asAddress, plainAddress } from './classify-address.ts';

/**
 * One entry of an operator's list of hosts: `example.com`, `example.com:8080`, `*.example.com` (its subdomains), `127.0.0.1`,
 * `[::1]:80`, `10.0.0.0/8`, or an origin such as `https://example.com`.
 */
export interface HostPattern {
  readonly name: string | undefined;
  readonly isSuffix: boolean;
  readonly range: readonly [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined;
  readonly port: string | undefined;
}

/** Reads an entry; what can't be read matches nothing. */
export function parseHostPattern(entry: string): HostPattern {
  const text = entry.trim().toLowerCase();
  const fromOrigin = /^https?:\/\//.test(text) ? URL.parse(text) : null;
  const host = fromOrigin === null ? text : `${fromOrigin.hostname}:${portOf(fromOrigin)}`;
  const range = readRange(host);
  if (range !== undefined) return { name: undefined, isSuffix: false, range, port: undefined };
  const [, name = host, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host) ?? [];
  const address = asAddress(name) ?? asAddress(`[${host}]`);
  if (address !== undefined) {
    const parsed = ipaddr.process(address);
    return { name: undefined, isSuffix: false, range: [parsed, parsed.kind() === 'ipv4' ? 32 : 128], port };
  }
  const isSuffix = name.startsWith('*.');
  return { name: isSuffix ? name.slice(1) : trimDot(name), isSuffix, range: undefined, port };
}

/** Whether an entry names this host and port. Names only match names: no look-up is made. */
export function matchesName(pattern: HostPattern, hostname: string, port: string): boolean {
  if (pattern.port !== undefined && pattern.port !== port) return false;
  const address = asAddress(hostname);
  if (address !== undefined) return matchesAddress(pattern, address, port);
  if (pattern.name === undefined || pattern.name === '') return false;
  const name = trimDot(hostname.toLowerCase());
  return pattern.isSuffix ? name.endsWith(pattern.name) && name.length > pattern.name.length : name === pattern.name;
}

/** Whether an entry's range holds this address. */
export function matchesAddress({ range, port: wanted }: HostPattern, address: string, port: string): boolean {
  if (range === undefined || (wanted !== undefined && wanted !== port)) return false;
  const parsed = ipaddr.parse(plainAddress(address));
  const [base, bits] = range;
  if (parsed.kind() !== base.kind()) return false;
  return parsed.match([base, bits] as [ipaddr.IPv4, number]); // boundary: the kinds were compared just above
}

/** A URL's port, the scheme's own when none is written. */
export function portOf(url: URL): string {
  if (url.port !== '') return url.port;
  return url.protocol === 'https:' ? '443' : '80';
}

function readRange(text: string): HostPattern['range'] {
  if (!/^[0-9a-f.:]+\/\d{1,3}$/.test(text)) return undefined;
  try {
    return ipaddr.parseCIDR(text);
  } catch {
    return undefined;
  }
}

function trimDot(name: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : name;
}
