import { NetworkProblem } from './network-problem.ts';

const unreachable: Readonly<Record<string, string>> = {
  ENOTFOUND: 'name-unknown',
  EAI_AGAIN: 'name-unknown',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'no-way',
  ENETUNREACH: 'no-way',
  EADDRNOTAVAIL: 'no-way',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no-tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'no-tls',
};

const timeouts: ReadonlySet<string> = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

const untrusted = /^(?:CERT_|ERR_TLS|ERR_SSL|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|EPROTO)/;

/** Turns an error of sockets and TLS into a problem with the host in it, and the proxy that was to be passed. Problems stay as they are. */
export function mapFailure(error: unknown, url: URL, proxy?: string): Error {
  const known = findProblem(error);
  if (known !== undefined) return known;
  const code = findCode(error);
  const where = { host: url.host, ...(proxy !== undefined && { proxy }) };
  if (Object.hasOwn(unreachable, code)) {
    return new NetworkProblem('network-unreachable', { ...where, why: unreachable[code] ?? code }, error);
  }
  if (timeouts.has(code)) return new NetworkProblem('network-timeout', where, error);
  if (untrusted.test(code)) return new NetworkProblem('network-untrusted', { ...where, reason: code }, error);
  return new NetworkProblem('network-interrupted', { ...where, reason: code === '' ? reasonOf(error) : code }, error);
}

function findProblem(error: unknown): NetworkProblem | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at instanceof NetworkProblem) return at;
    const inner: unknown =
      at instanceof AggregateError ? at.errors.find((one) => one instanceof NetworkProblem) : undefined;
    if (inner instanceof NetworkProblem) return inner;
  }
  return undefined;
}

/** The code of an error, of one of several attempts, or of what caused it. */
function findCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string') return code;
  if (error instanceof AggregateError) return findCode(error.errors[0]);
  return findCode(error.cause);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'unknown';
}
