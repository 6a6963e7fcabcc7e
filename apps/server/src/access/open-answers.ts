import type { AccessDesk } from '@jacquard/runtime';

/** Milliseconds between two looks at whether what was shown has run out, or was ended by another process. */
const sweepInterval = 5_000;

/** Something that lasts as long as what was shown for it. */
export interface OpenAnswer {
  cut(): void;
}

/** Streams and connections by the key or sign-in that they were opened with: they are cut when it ends. */
export class OpenAnswers {
  readonly #access: AccessDesk;
  readonly #answers = new Map<string, Set<OpenAnswer>>();
  readonly #stop: () => void;
  readonly #timer: NodeJS.Timeout;

  constructor(access: AccessDesk) {
    this.#access = access;
    this.#stop = access.onEnded((credential) => this.#cut(credential));
    this.#timer = setInterval(() => void this.#sweep().catch(() => undefined), sweepInterval);
    this.#timer.unref();
  }

  /** Adds one. Returns what takes it off again. */
  add(credential: string, answer: OpenAnswer): () => void {
    const answers = this.#answers.get(credential) ?? new Set();
    this.#answers.set(credential, answers);
    answers.add(answer);
    return () => {
      answers.delete(answer);
      if (answers.size === 0 && this.#answers.get(credential) === answers) this.#answers.delete(credential);
    };
  }

  close(): void {
    this.#stop();
    clearInterval(this.#timer);
  }

  #cut(credential: string): void {
    for (const answer of this.#answers.get(credential) ?? []) answer.cut();
  }

  async #sweep(): Promise<void> {
    for (const credential of this.#answers.keys()) if (!(await this.#access.isAlive(credential))) this.#cut(credential);
  }
}
