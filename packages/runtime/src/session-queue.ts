import { unlessAborted } from './unless-aborted.ts';

/** Lets the runs of one session go one after the other, in the order asked, so that each sees the answer before it. */
export class SessionQueue {
  readonly #last = new Map<string, Promise<void>>();

  /** Resolves when it is this one's turn, with what ends the turn. Rejects with the signal's reason while it waits. */
  async enter(sessionId: string, signal: AbortSignal | undefined): Promise<() => void> {
    const before = this.#last.get(sessionId) ?? Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const mine = before.then(() => promise);
    this.#last.set(sessionId, mine);
    // Only once those before are through, too: one who gives up must not let the next overtake the run that goes on.
    void mine.then(() => {
      if (this.#last.get(sessionId) === mine) this.#last.delete(sessionId);
    });
    try {
      await unlessAborted(before, signal);
    } catch (error) {
      resolve();
      throw error;
    }
    return resolve;
  }
}
