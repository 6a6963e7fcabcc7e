import type { RunListener } from '@jacquard/executor';
import type { ProblemData } from '@jacquard/flow';
import type { RunEvent, TransientEvent } from '@jacquard/protocol';
import type { RunSink, RunWatch } from './run-sink.ts';
import { RunWatcher } from './run-watcher.ts';

export interface FeedSources {
  events(runId: string, after: number, limit: number): Promise<readonly RunEvent[]>;
  snapshot(runId: string): readonly TransientEvent[];
  failed(runId: string, error: unknown): void;
}

/** Hears the durable events of all runs. Must not block. */
export type RunHearer = (events: readonly RunEvent[]) => void;

/** Hands what happens in the runs of a space to whoever watches them. What nobody watches costs a look-up. */
export class RunFeed implements RunListener {
  readonly #watchers = new Map<string, Set<RunWatcher>>();
  readonly #sources: FeedSources;
  readonly #hearers = new Set<RunHearer>();

  constructor(sources: FeedSources) {
    this.#sources = sources;
  }

  event(runId: string, events: readonly RunEvent[]): void {
    for (const watcher of this.#watchers.get(runId) ?? []) watcher.published(events);
    for (const hear of this.#hearers) hear(events);
  }

  transient(runId: string, event: TransientEvent): void {
    for (const watcher of this.#watchers.get(runId) ?? []) watcher.transient(event);
  }

  /** Tells who watches the run why it stands still; they go on watching. */
  stalled(runId: string, problem: ProblemData): void {
    for (const watcher of this.#watchers.get(runId) ?? []) watcher.stalled(problem);
  }

  /** Tells of the durable events of all runs, as for counting them. Returns what ends that. */
  hear(hearer: RunHearer): () => void {
    this.#hearers.add(hearer);
    return () => void this.#hearers.delete(hearer);
  }

  /** Gives `sink` every durable event after `after` exactly once, a snapshot of the texts so far, and what follows. */
  watch(runId: string, after: number, sink: RunSink): RunWatch {
    const watchers = this.#watchers.get(runId) ?? new Set();
    this.#watchers.set(runId, watchers);
    const watcher: RunWatcher = new RunWatcher(sink, after, {
      events: (seq, limit) => this.#sources.events(runId, seq, limit),
      snapshot: () => this.#sources.snapshot(runId),
      failed: (error) => this.#sources.failed(runId, error),
      release: () => {
        watchers.delete(watcher);
        if (watchers.size === 0 && this.#watchers.get(runId) === watchers) this.#watchers.delete(runId);
      },
    });
    watchers.add(watcher);
    return watcher;
  }

  close(): void {
    for (const watchers of this.#watchers.values()) for (const watcher of watchers) watcher.stop();
  }
}
