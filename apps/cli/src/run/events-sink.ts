import type { ProblemData } from '@jacquard/flow';
import type { RunEvent, TransientEvent } from '@jacquard/protocol';
import type { RunSink } from '@jacquard/runtime';
import type { Terminal } from '../terminal.ts';
import { jsonLine } from './json-line.ts';

/**
 * Writes a run's events as JSON lines, the same as the API streams: durable ones with their numbers, the texts of running steps between
 * them. A reader who is slow is given nothing more until it has read.
 */
export class EventsSink implements RunSink {
  readonly #stdout: Terminal['stdout'];
  readonly #end = Promise.withResolvers<void>();
  #isFull = false;

  constructor({ stdout }: Terminal) {
    this.#stdout = stdout;
  }

  get ended(): Promise<void> {
    return this.#end.promise;
  }

  /** Calls `resume` whenever the reader has read. */
  onRoom(resume: () => void): void {
    this.#stdout.on('drain', () => {
      this.#isFull = false;
      resume();
    });
  }

  events(events: readonly RunEvent[]): void {
    this.#write(events);
  }

  transients(events: readonly TransientEvent[]): void {
    this.#write(events);
  }

  isFull(): boolean {
    return this.#isFull;
  }

  stalled(problem: ProblemData): void {
    this.#write([{ type: 'stalled', problem }]);
  }

  end(): void {
    this.#end.resolve();
  }

  #write(items: readonly unknown[]): void {
    if (items.length > 0 && !this.#stdout.write(items.map(jsonLine).join(''))) this.#isFull = true;
  }
}
