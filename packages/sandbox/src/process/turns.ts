import { SandboxProblem } from '../sandbox-problem.ts';

interface Place {
  readonly take: () => void;
  readonly refuse: (error: unknown) => void;
}

/** Turns that are taken in order, so many at once. */
export class Turns {
  readonly #atOnce: number;
  readonly #longestLine: number;
  readonly #waiting: Place[] = [];
  #taken = 0;
  #isClosed = false;

  constructor(atOnce: number, longestLine: number) {
    this.#atOnce = atOnce;
    this.#longestLine = longestLine;
  }

  /** Turns that are taken now. */
  get taken(): number {
    return this.#taken;
  }

  /** Resolves when it is one's turn. Throws `sandbox-busy` when too many wait, `sandbox-closed`, or the signal's reason. */
  async take(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#isClosed) throw new SandboxProblem('sandbox-closed');
    if (this.#taken < this.#atOnce) {
      this.#taken += 1;
      return;
    }
    if (this.#waiting.length >= this.#longestLine)
      throw new SandboxProblem('sandbox-busy', { waiting: this.#longestLine });
    await this.#wait(signal);
  }

  /** Gives a turn back: to the first who waits, if any does. */
  giveBack(): void {
    const next = this.#waiting.shift();
    if (next) next.take();
    else this.#taken -= 1;
  }

  /** Refuses all who wait and who come. */
  close(): void {
    this.#isClosed = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse(new SandboxProblem('sandbox-closed'));
  }

  async #wait(signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const place: Place = { take: resolve, refuse: reject };
    const leave = (): void => {
      const at = this.#waiting.indexOf(place);
      if (at < 0) return; // it had its turn already
      this.#waiting.splice(at, 1);
      reject(signal?.reason);
    };
    this.#waiting.push(place);
    signal?.addEventListener('abort', leave, { once: true });
    try {
      await promise;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }
}
