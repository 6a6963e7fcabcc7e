import { asAddress } from './classify-address.ts';
import { matchesName, parseHostPattern, portOf } from './host-pattern.ts';

/** Finds the proxy for a URL; undefined for a direct connection. */
export type FindProxy = (url: URL) => string | undefined;

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, in small or capital letters, as curl does: `NO_PROXY` is a
 * list with commas of names (their subdomains, too), addresses, ranges, or `*`. This machine itself is never asked by proxy.
 */
export function readProxySettings(environment: Readonly<Record<string, string | undefined>>): FindProxy {
  const read = (name: string): string | undefined => environment[name.toLowerCase()] || environment[name] || undefined;
  const all = read('ALL_PROXY');
  const proxies = { 'http:': read('HTTP_PROXY') ?? all, 'https:': read('HTTPS_PROXY') ?? all };
  const exceptions = (read('NO_PROXY') ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
  const patterns = exceptions.flatMap((entry) => {
    const name = entry.replace(/^\*?\./, '');
    return name === entry ? [parseHostPattern(name), parseHostPattern(`*.${name}`)] : [parseHostPattern(`*.${name}`)];
  });
  return (url) => {
    const proxy = url.protocol === 'https:' ? proxies['https:'] : proxies['http:'];
    if (proxy === undefined || exceptions.includes('*') || isThisMachine(url.hostname)) return undefined;
    if (patterns.some((pattern) => matchesName(pattern, url.hostname, portOf(url)))) return undefined;
    return proxy.includes('://') ? proxy : `http://${proxy}`;
  };
}

function isThisMachine(hostname: string): boolean {
  const address = asAddress(hostname);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    address?.startsWith('127.') === true ||
    address === '::1'
  );
}
