import { Agent, Pool, ProxyAgent, type Dispatcher } from 'undici';
import { guardLookup, type Lookup } from './guarded-connector.ts';
import type { NetworkPolicy } from './network-policy.ts';
import type { FindProxy } from './proxy-settings.ts';

/** Milliseconds that a connection may take to open. */
const connectTimeout = 10_000;
/** Milliseconds of silence in an answer; a model on a slow machine may think for minutes before its first word. */
const silence = 600_000;
/** Milliseconds that an idle connection is kept. */
const keepAliveTimeout = 10_000;

/** Kept connections, direct and by proxy. `close` waits for answers that are under way. */
export interface Dispatchers {
  /** The way to a URL that `policy.checkUrl` has let pass. `isExempt`: without a check of addresses. */
  find(url: URL, isExempt: boolean): Promise<Dispatcher>;
  close(): Promise<void>;
}

export function createDispatchers(policy: NetworkPolicy, lookup: Lookup, findProxy: FindProxy): Dispatchers {
  const checked = createAgent(lookup, policy);
  const exempt = createAgent(lookup, undefined);
  const proxies = new Map<string, ProxyAgent>();
  return {
    async find(url, isExempt) {
      const proxy = findProxy(url);
      if (proxy === undefined) return isExempt ? exempt : checked;
      if (!isExempt) await checkTarget(url, policy, lookup);
      const agent = proxies.get(proxy) ?? createProxyAgent(proxy, lookup);
      proxies.set(proxy, agent);
      return agent;
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
function createProxyAgent(proxy: string, lookup: Lookup): ProxyAgent {
  const connect = { timeout: connectTimeout, lookup: guardLookup(new URL(proxy), lookup, undefined) };
  return new ProxyAgent({
    uri: proxy,
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
