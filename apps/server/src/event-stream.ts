import { Problem } from '@jacquard/flow';
import { callerOf } from '@jacquard/runtime';
import type { Response } from 'express';
import { principalOf } from './access/request-principal.ts';

/** Milliseconds between two signs of life, so that nothing in between takes the connection for dead. */
const heartbeat = 15_000;
/** Streams that one caller may have open. */
const mostStreams = 2_000;

/** Headers of a stream of server-sent events. */
export const eventStreamHeaders = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
} as const;

/** Open streams by whose they are. */
const open = new Map<string, number>();
const streams = new Set<EventStream>();
let timer: NodeJS.Timeout | undefined;

/** Streams of server-sent events that are open now. */
export function countStreams(): number {
  return open.values().reduce((sum, count) => sum + count, 0);
}

/** Throws `too-many-streams` where its caller has as many open as it may: to be asked before anything is begun for it. */
export function requireStreamRoom(response: Response): void {
  if ((open.get(callerOf(principalOf(response)) ?? '') ?? 0) >= mostStreams)
    throw new Problem('too-many-streams', { limit: mostStreams }, { kind: 'operational', retryAfter: 10 });
}

/** Counts a response as an open stream of its caller's until it is closed. Throws `too-many-streams`. */
export function takeStreamRoom(response: Response): void {
  requireStreamRoom(response);
  const caller = callerOf(principalOf(response)) ?? '';
  open.set(caller, (open.get(caller) ?? 0) + 1);
  onceClosed(response, () => {
    const left = (open.get(caller) ?? 1) - 1;
    if (left === 0) open.delete(caller);
    else open.set(caller, left);
  });
}

function onceClosed(response: Response, listener: () => void): void {
  if (response.closed) listener();
  else response.once('close', listener);
}

/**
 * Answers as server-sent events (WHATWG HTML, 9.2). Whoever doesn't read is told nothing more until it does. Throws
 * `too-many-streams`, before anything is sent.
 */
export class EventStream {
  readonly #response: Response;
  #isFull = false;

  constructor(response: Response) {
    takeStreamRoom(response);
    this.#response = response;
    response.status(200).set(eventStreamHeaders);
    response.flushHeaders();
    streams.add(this);
    timer ??= setInterval(() => streams.forEach((stream) => stream.#beat()), heartbeat).unref();
    response.on('drain', () => (this.#isFull = false));
    onceClosed(response, () => streams.delete(this));
  }

  /** The reader has taken all that it was given. */
  onDrain(callback: () => void): void {
    this.#response.on('drain', callback);
  }

  /** The connection is closed: by its reader (`isDone` false), or since all was said. */
  onClose(callback: (isDone: boolean) => void): void {
    this.#response.once('close', () => callback(this.#response.writableFinished));
  }

  get isFull(): boolean {
    return this.#isFull;
  }

  /** Says something of a type; with `id`, the place at which one who comes back goes on. */
  send(type: string, data: unknown, id?: string): void {
    this.write(eventText(type, data, id));
  }

  write(text: string): void {
    if (!this.#response.writableEnded && !this.#response.write(text)) this.#isFull = true;
  }

  end(): void {
    this.#response.end();
  }

  #beat(): void {
    if (!this.#isFull) this.write(': still here\n\n');
  }
}

/** One event as it is written. */
export function eventText(type: string, data: unknown, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
