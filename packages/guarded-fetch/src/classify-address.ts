import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the public internet. Everything else is refused: loopback, private, link-local
 * (cloud metadata at 169.254.169.254), carrier-grade NAT, multicast, unspecified, reserved and documentation ranges
 * (IANA special-purpose registries, RFC 6890), and IPv6 forms that carry such an IPv4 address within: mapped (RFC 4291),
 * NAT64 (RFC 6052) and 6to4 (RFC 3056). Of IPv6 only global unicast, 2000::/3, is public. What can't be read is not.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.kind() === 'ipv4' ? isPublicIpv4(parsed) : isPublicIpv6(parsed.toByteArray(), parsed.range());
}

/** Azure's platform address: public by its range, and yet the host's own service. */
const platformAddress = '168.63.129.16';

function isPublicIpv4(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return address.range() === 'unicast' && address.toString() !== platformAddress;
}

function isPublicIpv6(bytes: readonly number[], range: string): boolean {
  const within = embeddedIpv4(bytes);
  if (within !== undefined) return isPublicIpv4(within);
  return range === 'unicast' && ((bytes[0] ?? 0) & 0xe0) === 0x20;
}

function embeddedIpv4(bytes: readonly number[]): ipaddr.IPv4 | undefined {
  const begins = (prefix: readonly number[]): boolean => prefix.every((byte, at) => bytes[at] === byte);
  const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);
  if (begins([...zeros(10), 0xff, 0xff])) return new ipaddr.IPv4(bytes.slice(12));
  if (begins([0x00, 0x64, 0xff, 0x9b, ...zeros(8)])) return new ipaddr.IPv4(bytes.slice(12));
  return begins([0x20, 0x02]) ? new ipaddr.IPv4(bytes.slice(2, 6)) : undefined;
}

/** Reads a URL's host as an IP address, its brackets taken off; undefined for a name. */
export function asAddress(hostname: string): string | undefined {
  const bare = hostname.startsWith('[') && hostname.endsWith(']') ? hostname.slice(1, -1) : hostname;
  return ipaddr.isValid(bare) && (bare.includes(':') || /^\d+\.\d+\.\d+\.\d+$/.test(bare)) ? bare : undefined;
}

/** The IPv4 address in an IPv4-mapped IPv6 one, so that `10.0.0.0/8` is meant whichever way it is written. */
export function plainAddress(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : address;
}
