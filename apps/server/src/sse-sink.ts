import type { ProblemData } from '@jacquard/flow';
import type { RunEvent, TransientEvent } from '@jacquard/protocol';
import type { RunSink } from '@jacquard/runtime';
import { eventText, type EventStream } from './event-stream.ts';

/**
 * Writes a run as server-sent events: `event` is the type, `id` the place of a durable one, so that a reader who comes back with
 * `Last-Event-ID` misses none.
 */
export class ServerSentSink implements RunSink {
  readonly #stream: EventStream;
  readonly #idOf: (seq: number) => string;

  constructor(stream: EventStream, idOf: (seq: number) => string = String) {
    this.#stream = stream;
    this.#idOf = idOf;
  }

  events(events: readonly RunEvent[]): void {
    this.#stream.write(events.map((event) => eventText(event.type, event, this.#idOf(event.seq))).join(''));
  }

  transients(events: readonly TransientEvent[]): void {
    this.#stream.write(events.map((event) => eventText(event.type, event)).join(''));
  }

  isFull(): boolean {
    return this.#stream.isFull;
  }

  stalled(problem: ProblemData): void {
    this.#stream.send('stalled', problem);
  }

  end(): void {
    this.#stream.end();
  }
}
