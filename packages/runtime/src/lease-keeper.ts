import type { RunStore, Space } from '@jacquard/stores';
import { leaseTime } from './run-log.ts';

/** Tells the store at intervals that this process still has its runs. */
export class LeaseKeeper {
  readonly #timer: NodeJS.Timeout;

  constructor(options: {
    readonly runs: RunStore;
    readonly space: Space;
    readonly owner: string;
    active(): readonly string[];
    /** These runs are another's now: end them here. */
    lost(runIds: readonly string[]): void;
    failed(error: unknown): void;
  }) {
    const { runs, space, owner, active, lost, failed } = options;
    this.#timer = setInterval(() => {
      const runIds = active();
      if (runIds.length > 0) runs.heartbeat(space, runIds, owner, Date.now() + leaseTime).then(lost, failed);
    }, leaseTime / 3);
    this.#timer.unref();
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
