import type { Dispatcher } from 'undici';
import { mapFailure } from './map-failure.ts';
import { NetworkProblem } from './network-problem.ts';

/** Statuses whose answers have no body (Fetch standard). */
const bodiless: ReadonlySet<number> = new Set([101, 204, 205, 304]);
/** Bytes that are read ahead of the reader. */
const readAhead = 256 * 1024;

type Headers = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2];

interface Asked {
  readonly url: URL;
  readonly proxy: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly maxBytes: number;
}

/**
 * Makes a web `Response` of one request: its body streams as it is read, ends with our problems, is cut off past
 * `maxBytes`, and stops when the signal does. (fetch would do most of it, at several times the cost a request.)
 */
export class AnswerHandler implements Dispatcher.DispatchHandler {
  readonly response: Promise<Response>;
  readonly #asked: Asked;
  readonly #resolve: (response: Response) => void;
  readonly #reject: (error: Error) => void;
  readonly #onAbort = (): void => this.#abort(reasonOf(this.#asked.signal));
  #controller: Dispatcher.DispatchController | undefined;
  #body: ReadableStreamDefaultController<Uint8Array> | undefined;
  #received = 0;
  #failure: Error | undefined;

  constructor(asked: Asked) {
    this.#asked = asked;
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    this.response = promise;
    this.#resolve = resolve;
    this.#reject = reject;
    asked.signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#failure !== undefined) controller.abort(this.#failure);
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: Headers, statusText = ''): void {
    if (status < 200) return;
    const length = Number(headers['content-length'] ?? 0);
    if (length > this.#asked.maxBytes) {
      this.#abort(this.#tooLarge());
      return;
    }
    const stream = bodiless.has(status) ? null : this.#createBody(controller);
    const response = new Response(stream, { status, statusText, headers: headerPairs(headers) });
    Object.defineProperty(response, 'url', { value: this.#asked.url.href });
    this.#resolve(response);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#received += chunk.length;
    if (this.#received > this.#asked.maxBytes) {
      this.#abort(this.#tooLarge());
      return;
    }
    if (this.#body === undefined) return;
    this.#body.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if ((this.#body.desiredSize ?? 0) <= 0) controller.pause();
  }

  onResponseEnd(): void {
    this.#release();
    this.#body?.close();
    this.#body = undefined;
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(this.#failure ?? mapFailure(error, this.#asked.url, this.#asked.proxy));
  }

  #createBody(controller: Dispatcher.DispatchController): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        start: (body) => {
          this.#body = body;
        },
        pull: () => {
          if (controller.paused) controller.resume();
        },
        cancel: () => {
          this.#body = undefined;
          this.#abort(new NetworkProblem('network-interrupted', { host: this.#asked.url.host, reason: 'unread' }));
        },
      },
      { highWaterMark: readAhead, size: (chunk) => chunk?.byteLength ?? 0 },
    );
  }

  #abort(reason: Error): void {
    this.#failure ??= reason;
    this.#controller?.abort(reason);
    this.#fail(reason);
  }

  #fail(error: Error): void {
    this.#release();
    this.#reject(error);
    this.#body?.error(error);
    this.#body = undefined;
  }

  #release(): void {
    this.#asked.signal?.removeEventListener('abort', this.#onAbort);
  }

  #tooLarge(): NetworkProblem {
    return new NetworkProblem('answer-too-large', { host: this.#asked.url.host, maxBytes: this.#asked.maxBytes });
  }
}

function headerPairs(headers: Headers): [string, string][] {
  const pairs: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') pairs.push([name, value]);
    else if (value !== undefined) for (const one of value) pairs.push([name, one]);
  }
  return pairs;
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('The request was aborted', 'AbortError');
}
