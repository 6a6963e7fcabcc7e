import type { ProblemData } from '@jacquard/flow';
import type { RunEvent, TransientEvent } from '@jacquard/protocol';
import type { RunSink, RunWatch } from '@jacquard/runtime';
import type { Response } from 'express';

/**
 * Writes a run as server-sent events: `event` is the type, `id` the number of a durable one, so that a reader who comes back
 * with `Last-Event-ID` misses none. A reader who doesn't read is given nothing more until it does.
 */
export class ServerSentSink implements RunSink {
  readonly #response: Response;
  #isFull = false;

  constructor(response: Response) {
    this.#response = response;
    response
      .status(200)
      .set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
  }

  /** Goes on with the watch when the reader has read, and calls `gone` when it leaves before the end. */
  attach(watch: RunWatch, gone: () => void): void {
    this.#response.on('drain', () => {
      this.#isFull = false;
      watch.resume();
    });
    this.#response.on('close', () => {
      watch.stop();
      if (!this.#response.writableFinished) gone();
    });
  }

  events(events: readonly RunEvent[]): void {
    this.#write(events.map((event) => `id: ${event.seq}\n${frameOf(event)}`).join(''));
  }

  transients(events: readonly TransientEvent[]): void {
    this.#write(events.map(frameOf).join(''));
  }

  isFull(): boolean {
    return this.#isFull;
  }

  stalled(problem: ProblemData): void {
    this.#write(`event: stalled\ndata: ${JSON.stringify(problem)}\n\n`);
  }

  end(): void {
    this.#response.end();
  }

  #write(text: string): void {
    if (!this.#response.writableEnded && !this.#response.write(text)) this.#isFull = true;
  }
}

function frameOf(event: RunEvent | TransientEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
