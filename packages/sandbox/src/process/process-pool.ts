import { SandboxProblem } from '../sandbox-problem.ts';
import type { SandboxProcess } from './sandbox-process.ts';
import { Turns } from './turns.ts';

/** How a pool keeps its processes. */
export interface PoolOptions {
  readonly start: () => Promise<SandboxProcess>;
  /** Jobs that may go on at once; others wait in line. */
  readonly atOnce: number;
  /** Jobs that may wait; one more is refused (`sandbox-busy`). */
  readonly longestQueue: number;
  /** A process takes one job after another; else each job gets one that has never seen code. */
  readonly isReused: boolean;
  /** Milliseconds without a job after which idle processes end. */
  readonly idleAfter: number;
}

/** What came of work with a process, and whether the process may do more. */
interface Done<Result> {
  readonly result: Result;
  readonly isSound: boolean;
}

/**
 * Processes that are ready before they are needed: while there is work, and for a time after, one is always kept warm. Nothing is
 * started before the first job.
 */
export class ProcessPool {
  readonly #options: PoolOptions;
  readonly #turns: Turns;
  readonly #all = new Set<SandboxProcess>();
  readonly #spares: SandboxProcess[] = [];
  #starting: Promise<SandboxProcess> | undefined;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#turns = new Turns(options.atOnce, options.longestQueue);
  }

  /** Ids of the processes that there are: tests look whether they end. */
  processes(): readonly number[] {
    return [...this.#all].flatMap(({ id }) => (id === undefined ? [] : [id]));
  }

  /** Has a ready process do the work, in turn. Throws `sandbox-busy`, `sandbox-unavailable`, `sandbox-closed` or the signal's reason. */
  async with<Result>(
    work: (process: SandboxProcess) => Promise<Done<Result>>,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    await this.#turns.take(signal);
    clearTimeout(this.#idle);
    try {
      const taken = await this.#takeReady();
      let isSound = false;
      try {
        signal?.throwIfAborted();
        if (!this.#options.isReused) this.#prepare();
        const done = await work(taken);
        ({ isSound } = done);
        return done.result;
      } finally {
        this.#giveBack(taken, isSound);
      }
    } finally {
      this.#turns.giveBack();
      if (this.#turns.taken === 0) this.#rest();
    }
  }

  /** Ends all processes and refuses who waits; resolves when they are gone. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#turns.close();
    clearTimeout(this.#idle);
    await this.#starting?.catch(() => undefined);
    await this.#end();
  }

  /** A spare one, or a new one; one that ended while it got ready is replaced once. */
  async #takeReady(): Promise<SandboxProcess> {
    for (let attempt = 0; attempt < 2; attempt++) {
      const taken = this.#spares.shift() ?? (await this.#startNow());
      taken.hold(true);
      if (await taken.ready) return taken;
    }
    throw new SandboxProblem('sandbox-unavailable');
  }

  /** The one that is being started, if any is, else another. */
  async #startNow(): Promise<SandboxProcess> {
    const starting = this.#starting ?? this.#start();
    this.#starting = undefined;
    const started = await starting;
    this.#forget(started);
    if (!this.#isClosed) return started;
    started.kill();
    throw new SandboxProblem('sandbox-closed');
  }

  /** Has one ready for the next job. */
  #prepare(): void {
    if (this.#isClosed || this.#spares.length > 0 || this.#starting) return;
    const starting = this.#start();
    this.#starting = starting;
    const keep = (started: SandboxProcess): void => {
      if (this.#starting !== starting) return; // somebody was waiting for it
      this.#starting = undefined;
      this.#spares.push(started);
    };
    starting.then(keep, () => (this.#starting = undefined));
  }

  async #start(): Promise<SandboxProcess> {
    try {
      const started = await this.#options.start();
      this.#all.add(started);
      started.hold(false);
      void started.ended.then(() => {
        this.#all.delete(started);
        this.#forget(started);
      });
      return started;
    } catch (error) {
      throw new SandboxProblem('sandbox-unavailable', {}, error);
    }
  }

  #forget(process: SandboxProcess): void {
    const at = this.#spares.indexOf(process);
    if (at >= 0) this.#spares.splice(at, 1);
  }

  #giveBack(process: SandboxProcess, isSound: boolean): void {
    process.hold(false);
    if (isSound && this.#options.isReused && !this.#isClosed) this.#spares.push(process);
    else process.kill();
  }

  #rest(): void {
    clearTimeout(this.#idle);
    if (!this.#isClosed) this.#idle = setTimeout(() => void this.#end(), this.#options.idleAfter).unref();
  }

  async #end(): Promise<void> {
    this.#spares.length = 0;
    const ending = [...this.#all].map((process) => {
      process.hold(true);
      process.kill();
      return process.ended;
    });
    await Promise.all(ending);
  }
}
