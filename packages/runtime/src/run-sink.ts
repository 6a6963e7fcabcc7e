import type { ProblemData } from '@jacquard/flow';
import type { RunEvent, TransientEvent } from '@jacquard/protocol';

/** Where a watcher's frames go: a websocket, a stream of server-sent events, a terminal. None of it may block or throw. */
export interface RunSink {
  /** Durable events in order, each once. */
  events(events: readonly RunEvent[]): void;
  /** Texts and progress of running steps; a delta at offset 0 replaces what was drawn. */
  transients(events: readonly TransientEvent[]): void;
  /** True while the other side hasn't taken what it was given: nothing more is given then. */
  isFull(): boolean;
  /** The run's log can't be written any more: it stands still until it is taken up again. */
  stalled(problem: ProblemData): void;
  /** The run has ended and all of its events were given. */
  end(): void;
}

/** A watch that goes on until it is stopped or its run ends. */
export interface RunWatch {
  /** The sink has room again. */
  resume(): void;
  stop(): void;
}
