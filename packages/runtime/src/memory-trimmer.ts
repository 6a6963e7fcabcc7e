import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds without a run before memory is given back. */
const quietTime = 2_000;
/** Bytes of heap below which it isn't worth the pause. */
const worthwhile = 64 * 1024 * 1024;

type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Gives memory back once the runs are over. V8 lets its heap grow fourfold under load and holds on to it for long; a server
 * that sits on someone's laptop shouldn't. It pauses the process for 0.1 to 0.3 seconds, hence only in quiet.
 */
export class MemoryTrimmer {
  #timer: NodeJS.Timeout | undefined;
  #collect: Collect | undefined;
  readonly #heapSize: () => number;

  constructor(options: { readonly collect?: Collect; readonly heapSize?: () => number } = {}) {
    this.#collect = options.collect;
    this.#heapSize = options.heapSize ?? ((): number => process.memoryUsage().heapTotal);
  }

  /** A run has begun. */
  busy(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** The last run has ended. */
  quiet(): void {
    this.busy();
    this.#timer = setTimeout(() => this.#trim(), quietTime);
    this.#timer.unref();
  }

  #trim(): void {
    if (this.#heapSize() < worthwhile) return;
    this.#collect ??= exposeCollector();
    this.#collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }
}

function exposeCollector(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect; // boundary: V8's own function, which the flag puts into new contexts
}
