import { Problem } from '@jacquard/flow';
import type { Fetch, FetchOptions } from '@jacquard/node-kit';
import type { RemotePlace } from './model-source.ts';

/** Milliseconds until a source that is only asked must have begun to answer: unreachable ones keep no one waiting. */
const probeTimeout = 3000;

/** Milliseconds until a file must have begun to come: a mirror may have to fetch it first. */
export const fileTimeout = 30_000;

/**
 * Fetches with a limit on the time until the answer begins. Throws `model-source-unreachable` with the reason in a word,
 * the guarded client's own problems as they are, or the signal's reason.
 */
export async function request(
  fetch: Fetch,
  place: string | RemotePlace,
  options: Omit<FetchOptions, 'secret'> & { readonly signal: AbortSignal },
  timeout = probeTimeout,
): Promise<Response> {
  const { url, headers, secret } = typeof place === 'string' ? { url: place } : place;
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeout);
  try {
    return await fetch(url, {
      ...options,
      headers: { ...headers, ...options.headers },
      signal: AbortSignal.any([options.signal, late.signal]),
      ...(secret !== undefined && { secret: { handle: { secret }, header: 'authorization', scheme: 'Bearer' } }),
    });
  } catch (error) {
    options.signal.throwIfAborted();
    if (Problem.is(error)) throw error;
    const reason = late.signal.aborted ? 'ETIMEDOUT' : reasonOf(error);
    throw new Problem(
      'model-source-unreachable',
      { host: new URL(url).host, reason },
      { kind: 'operational', cause: error },
    );
  } finally {
    clearTimeout(timer);
  }
}

/** The code of an error or of its cause (`ENOTFOUND`), else its message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
