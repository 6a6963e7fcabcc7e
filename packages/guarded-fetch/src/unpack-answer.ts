import { NetworkProblem } from './network-problem.ts';

const formats: Readonly<Record<string, 'gzip' | 'deflate'>> = { gzip: 'gzip', 'x-gzip': 'gzip', deflate: 'deflate' };

/**
 * Unpacks an answer that came packed although none was asked for, and counts what comes out: a few bytes can hold
 * gigabytes. Packings that aren't known stay packed.
 */
export function unpackAnswer(response: Response, url: URL, maxBytes: number): Response {
  const format = formats[response.headers.get('content-encoding')?.toLowerCase() ?? ''];
  if (format === undefined || response.body === null) return response;
  let received = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.byteLength;
      if (received > maxBytes) controller.error(new NetworkProblem('answer-too-large', { host: url.host, maxBytes }));
      else controller.enqueue(chunk);
    },
  });
  // boundary: the platform types both ends of a decompression a little apart from web streams
  const unpacked = response.body
    .pipeThrough(new DecompressionStream(format) as unknown as typeof count)
    .pipeThrough(count);
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  const { status, statusText } = response;
  return Object.defineProperty(new Response(unpacked, { status, statusText, headers }), 'url', { value: url.href });
}
