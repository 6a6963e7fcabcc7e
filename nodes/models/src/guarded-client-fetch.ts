import { Problem, type Fetch, type SecretHandle } from '@jacquard/node-kit';

/** `fetch` as client libraries call it. */
type ClientFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

const sentHeaders = ['accept', 'content-type'];

/**
 * The `fetch` that a provider's client library is given: it goes out through the guarded one, to `baseUrl` and nowhere
 * else, with the key attached there. Only the headers that the API needs are sent (client libraries tell operating
 * system, versions and whatever organisation the environment names). Throws `provider-not-compatible` when a stream was
 * asked for and something else came.
 */
export function guardedClientFetch(
  guarded: Fetch,
  { baseUrl, secret }: { readonly baseUrl: string; readonly secret: SecretHandle | undefined },
): ClientFetch {
  const base = new URL(baseUrl);
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== base.origin) throw refused(url);
    const given = new Headers(init?.headers);
    const headers = Object.fromEntries(sentHeaders.flatMap((name) => entry(name, given.get(name))));
    const response = await guarded(url.href, {
      method: init?.method ?? 'GET',
      headers,
      ...(typeof init?.body === 'string' && { body: init.body }),
      ...(init?.signal && { signal: init.signal }),
      ...(secret && { secret: { handle: secret, header: 'authorization', scheme: 'Bearer' } }),
    });
    if (response.ok && isDocument(response) && asksForStream(init?.body)) await refuse(response, base.origin);
    return response;
  };
}

function refused({ host }: URL): Problem {
  return new Problem('network-refused', { host, why: 'host-not-listed' }, { kind: 'bug' });
}

function entry(name: string, value: string | null): [string, string][] {
  return value === null ? [] : [[name, value]];
}

/** Reads the client's own JSON; a quotation mark within a prompt is escaped there. */
function asksForStream(body: unknown): boolean {
  return typeof body === 'string' && body.includes('"stream":true');
}

/** A web page, JSON, a plain text: anything that certainly is no stream of events. */
function isDocument(response: Response): boolean {
  return /^(?:text\/(?:html|plain|xml)|application\/(?:.+\+)?(?:json|xml))/i.test(
    response.headers.get('content-type') ?? '',
  );
}

async function refuse(response: Response, origin: string): Promise<never> {
  const detail = (await response.text()).slice(0, 200);
  const mediaType = response.headers.get('content-type') ?? '';
  throw new Problem('provider-not-compatible', { origin, detail: detail === '' ? mediaType : detail });
}
