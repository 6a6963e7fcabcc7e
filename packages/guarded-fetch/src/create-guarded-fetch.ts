import { dispatch, type Hop } from './dispatch.ts';
import type { Dispatchers } from './dispatchers.ts';
import { lookupAll, type Lookup } from './guarded-connector.ts';
import { createNetworkPolicy, originOf, type NetworkRules } from './network-policy.ts';
import { NetworkProblem } from './network-problem.ts';
import { readProxySettings } from './proxy-settings.ts';
import { requestHeaders, withoutPrivateHeaders } from './request-headers.ts';
import { unpackAnswer } from './unpack-answer.ts';

/** A secret's text, and the origins that it may be sent to. */
export interface RevealedSecret {
  readonly text: string;
  readonly origins: readonly string[];
}

/** What the guarded client stands on. `environment` holds the variables of proxies. */
export interface GuardedFetchOptions extends NetworkRules {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly revealSecret: (name: string) => Promise<RevealedSecret | undefined> | RevealedSecret | undefined;
  /** Stands in for the system's resolver. */
  readonly lookup?: Lookup | undefined;
}

/** A request; its signal ends the answer’s body, too. */
export interface GuardedRequest {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Uint8Array | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Attached as `<scheme> <text>` in `header`, to the secret's own origins alone. */
  readonly secret?:
    | { readonly handle: { readonly secret: string }; readonly header: string; readonly scheme: string }
    | undefined;
  /** `none`: an answer that sends elsewhere is the answer. Followed unless told. */
  readonly redirects?: 'follow' | 'none' | undefined;
  /** Largest answer taken, in bytes; 64 MiB without it. */
  readonly maxBytes?: number | undefined;
}

/** The only way out to the network; see `createGuardedFetch`. `close` gives the kept connections back. */
export interface GuardedFetch {
  (url: string, request?: GuardedRequest): Promise<Response>;
  close(): Promise<void>;
}

const usualMaxBytes = 64 * 1024 * 1024;
const mostRedirects = 10;

/**
 * Makes the guarded client. A request goes out only when the network rule names its host and the address that it connects
 * to is public, allowed or the operator's own; each redirect is checked like a request of its own. It fails with a
 * `NetworkProblem`, or with the signal's reason. Answers of any status are answers.
 */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const policy = createNetworkPolicy(options);
  const findProxy = readProxySettings(options.environment);
  let dispatchers: Promise<Dispatchers> | Dispatchers | undefined;
  const open = async (): Promise<Dispatchers> => {
    const { createDispatchers } = await import('./dispatchers.ts');
    dispatchers = createDispatchers(policy, options.lookup ?? lookupAll, findProxy);
    return dispatchers;
  };
  const send: Send = async (url, hop, request) => {
    request.signal?.throwIfAborted();
    const isExempt = policy.checkUrl(url);
    dispatchers ??= open();
    const way = await (await dispatchers).find(url, isExempt);
    return dispatch(way, url, hop, { signal: request.signal, maxBytes: request.maxBytes ?? usualMaxBytes });
  };
  const guarded = (text: string, request: GuardedRequest = {}): Promise<Response> =>
    follow(text, request, options, send);
  return Object.assign(guarded, {
    close: async () => {
      await (await dispatchers)?.close();
    },
  });
}

type Send = (url: URL, hop: Hop, request: GuardedRequest) => Promise<Response>;

async function follow(
  text: string,
  request: GuardedRequest,
  { revealSecret }: GuardedFetchOptions,
  send: Send,
): Promise<Response> {
  let url = parseUrl(text);
  let hop: Hop = {
    method: (request.method ?? 'GET').toUpperCase(),
    headers: requestHeaders(request.headers),
    body: request.body,
  };
  const secret = request.secret && (await attachable(request.secret, revealSecret));
  if (secret !== undefined && !secret.origins.has(url.origin)) {
    const { name, origins } = secret;
    throw new NetworkProblem('secret-origin-refused', { secret: name, origin: url.origin, origins: [...origins] });
  }
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const headers =
      secret?.origins.has(url.origin) === true ? { ...hop.headers, [secret.header]: secret.value } : hop.headers;
    const response = await send(url, { ...hop, headers }, request);
    const next = request.redirects === 'none' ? undefined : redirectTarget(response, url);
    if (next === undefined) return unpackAnswer(response, url, request.maxBytes ?? usualMaxBytes);
    await response.body?.cancel();
    hop = nextHop(hop, response.status, next.origin === url.origin);
    url = next;
  }
  throw new NetworkProblem('network-too-many-redirects', { host: url.host, most: mostRedirects });
}

/** What the value of a header may hold (RFC 9110, 5.5). */
const sendable = /^[\t\x20-\x7E\x80-\xFF]+$/;

async function attachable(
  { handle, header, scheme }: NonNullable<GuardedRequest['secret']>,
  revealSecret: GuardedFetchOptions['revealSecret'],
): Promise<{ name: string; header: string; value: string; origins: ReadonlySet<string> }> {
  const revealed = await revealSecret(handle.secret);
  if (revealed === undefined) throw new NetworkProblem('secret-missing', { name: handle.secret });
  const text = revealed.text.trim(); // keys are pasted, and a line break comes along
  if (!sendable.test(text)) throw new NetworkProblem('secret-not-sendable', { name: handle.secret });
  const value = scheme === '' ? text : `${scheme} ${text}`;
  const origins = new Set(revealed.origins.map((origin) => originOf(origin)).filter((origin) => origin !== ''));
  return { name: handle.secret, header: header.toLowerCase(), value, origins };
}

function parseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null) throw new NetworkProblem('network-refused', { why: 'not-an-address', host: text.slice(0, 200) });
  return url;
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function redirectTarget(response: Response, from: URL): URL | undefined {
  const location = redirectStatuses.has(response.status) ? response.headers.get('location') : null;
  return location === null ? undefined : parseUrl(URL.parse(location, from.href)?.href ?? location);
}

/** As browsers do (Fetch standard, HTTP-redirect fetch): a POST becomes a GET, and what is private stays behind. */
function nextHop({ method, headers, body }: Hop, status: number, isSameOrigin: boolean): Hop {
  const kept = isSameOrigin ? headers : withoutPrivateHeaders(headers);
  const becomesGet = (status === 303 && method !== 'HEAD') || (status <= 302 && method === 'POST');
  if (!becomesGet) return { method, headers: kept, body };
  const rest = Object.entries(kept).filter(([name]) => !name.startsWith('content-'));
  return { method: 'GET', headers: Object.fromEntries(rest), body: undefined };
}
