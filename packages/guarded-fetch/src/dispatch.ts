import type { Way } from './dispatchers.ts';
import { AnswerHandler } from './answer-handler.ts';
import { mapFailure } from './map-failure.ts';

/** What changes from one redirect to the next. */
export interface Hop {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

/** Sends one request and gives its answer as soon as the head is there. */
export async function dispatch(
  { dispatcher, proxy }: Way,
  url: URL,
  { method, headers, body }: Hop,
  { signal, maxBytes }: { readonly signal: AbortSignal | undefined; readonly maxBytes: number },
): Promise<Response> {
  const handler = new AnswerHandler({ url, proxy, signal, maxBytes });
  try {
    dispatcher.dispatch(
      { origin: url.origin, path: `${url.pathname}${url.search}`, method, headers, body: body ?? null },
      handler,
    );
  } catch (error) {
    throw mapFailure(error, url, proxy);
  }
  return handler.response;
}
