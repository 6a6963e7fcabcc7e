import { Problem } from '@jacquard/flow';
import type { Fetch } from '@jacquard/node-kit';
import type { ExpectedFile, RemotePlace } from './model-source.ts';
import { fileTimeout, request } from './request.ts';

/**
 * Asks an address what file it has: its size, and its SHA-256 where a header states it (Hugging Face's `X-Linked-Etag`, or
 * an entity tag that is one). One byte is asked for, since signed addresses often refuse HEAD. Throws `model-source-refused`,
 * `model-size-unknown`, and what {@link request} throws.
 */
export async function probeAddress(
  fetch: Fetch,
  place: RemotePlace,
  signal: AbortSignal,
  explain: (answer: Response) => Problem | undefined = () => undefined,
): Promise<ExpectedFile> {
  const headers = { range: 'bytes=0-0', 'accept-encoding': 'identity' };
  const answer = await request(fetch, place, { headers, signal, maxBytes: Number.MAX_SAFE_INTEGER }, fileTimeout);
  await answer.body?.cancel();
  const isText = answer.headers.get('content-type')?.startsWith('text/html') === true;
  if ((answer.status !== 200 && answer.status !== 206) || isText) {
    throw explain(answer) ?? new Problem('model-source-refused', { status: answer.status }, { kind: 'operational' });
  }
  const size = sizeIn(answer);
  if (size === undefined) throw new Problem('model-size-unknown', { host: new URL(place.url).host });
  return { size, ...checksumIn(answer) };
}

function sizeIn({ status, headers }: Response): number | undefined {
  const range = /^bytes \d+-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1];
  const stated = headers.get('x-linked-size') ?? (status === 206 ? range : headers.get('content-length'));
  const size = Number(stated ?? Number.NaN);
  return Number.isSafeInteger(size) && size > 0 ? size : undefined;
}

function checksumIn({ headers }: Response): Pick<ExpectedFile, 'sha256' | 'tag'> {
  const tag = headers.get('etag');
  const stated = (headers.get('x-linked-etag') ?? tag ?? '').replaceAll(/^W\/|"/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(stated)) return { sha256: stated };
  return tag === null || tag.startsWith('W/') ? {} : { tag };
}
