import { Agent, Pool, ProxyAgent, type Dispatcher } from 'undici';
import { guardLookup, type Lookup } from './guarded-connector.ts';
import { NetworkProblem } from './network-problem.ts';
import type { NetworkPolicy } from './network-policy.ts';
import type { FindProxy } from './proxy-settings.ts';

/** Milliseconds that a connection may take to open. */
const connectTimeout = 10_000;
/** Milliseconds of silence in an answer; a model on a slow machine may think for minutes before its first word. */
const silence = 600_000;
/** Milliseconds that an idle connection is kept. */
const keepAliveTimeout = 10_000;

/** How a request travels. `proxy` is the host of the proxy that it goes by. */
export interface Way {
  readonly dispatcher: Dispatcher;
  readonly proxy: string | undefined;
}

/** Kept connections, direct and by proxy. `close` waits for answers that are under way. */
export interface Dispatchers {
  /** The way to a URL that `policy.checkUrl` has let pass. `isExempt`: without a check of addresses. */
  find(url: URL, isExempt: boolean): Promise<Way>;
  close(): Promise<void>;
}

/** Opens no connection by itself. `findProxy` says by which proxy a URL is reached, if by any. */
export function createDispatchers(policy: NetworkPolicy, lookup: Lookup, findProxy: FindProxy): Dispatchers {
  const checked = createAgent(lookup, policy);
  const exempt = createAgent(lookup, undefined);
  const proxies = new Map<string, ProxyAgent>();
  return {
    async find(url, isExempt) {
      const proxy = findProxy(url);
      if (proxy === undefined) return { dispatcher: isExempt ? exempt : checked, proxy };
      const proxyUrl = URL.parse(proxy);
      if (proxyUrl === null) throw new NetworkProblem('network-refused', { why: 'proxy-invalid', host: url.host });
      if (!isExempt) await checkTarget(url, policy, lookup);
      const agent = proxies.get(proxy) ?? createProxyAgent(proxyUrl, lookup);
      proxies.set(proxy, agent);
      return { dispatcher: agent, proxy: proxyUrl.host };
    },
    async close() {
      await Promise.all([checked, exempt, ...proxies.values()].map((agent) => agent.close()));
    },
  };
}

/** Connections are pooled by origin, so each pool's look-up knows the host and port that it checks. */
function createAgent(lookup: Lookup, policy: NetworkPolicy | undefined): Agent {
  return new Agent({
    keepAliveTimeout,
    headersTimeout: silence,
    bodyTimeout: silence,
    factory: (origin, options) =>
      new Pool(origin, {
        ...(options as Pool.Options), // boundary: undici hands the agent's own options through, typed as Object
        connect: {
          timeout: connectTimeout,
          allowH2: false,
          autoSelectFamily: true,
          lookup: guardLookup(new URL(origin), lookup, policy),
        },
      }),
  });
}

/** The operator set the proxy, so its own address isn't checked; the address that it resolves to is the one connected to. */
function createProxyAgent(proxy: URL, lookup: Lookup): ProxyAgent {
  const connect = { timeout: connectTimeout, lookup: guardLookup(proxy, lookup, undefined) };
  return new ProxyAgent({
    uri: proxy.href,
    proxyTls: connect,
    connect,
    allowH2: false,
    headersTimeout: silence,
    bodyTimeout: silence,
  });
}

/** Behind a proxy the target's name is resolved there. What it resolves to here, if anything, is still refused here. */
async function checkTarget(url: URL, policy: NetworkPolicy, lookup: Lookup): Promise<void> {
  const addresses = await lookup(url.hostname).catch(() => []);
  if (addresses.length > 0) policy.allowAddresses(url, addresses);
}
