/** Headers that decide where a request ends and where it goes; the client sets them itself. */
const ownHeaders: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Headers that are meant for one origin and don't follow a redirect to another. */
const privateHeaders: ReadonlySet<string> = new Set(['authorization', 'cookie', 'x-api-key', 'api-key']);

/** The headers of a request, in small letters. Answers come as they are: what is packed small can be a bomb. */
export function requestHeaders(given: Readonly<Record<string, string>> | undefined): Record<string, string> {
  const headers: Record<string, string> = { 'user-agent': 'jacquard', accept: '*/*', 'accept-encoding': 'identity' };
  for (const [name, value] of Object.entries(given ?? {})) {
    const key = name.toLowerCase();
    if (!ownHeaders.has(key) && key !== 'accept-encoding') headers[key] = value;
  }
  return headers;
}

/** What is left of the headers when a redirect leads to another origin. */
export function withoutPrivateHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !privateHeaders.has(name)));
}
