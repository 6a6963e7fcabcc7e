/** Lets `width` requests in at once. Those of one run come in the order they asked; runs take turns. */
export interface FairQueue {
  /**
   * Resolves with the function that leaves again. Rejects with the signal's reason when it aborts first. `onPlace` hears how
   * many are before it, those inside included, a moment after it must wait and after each change.
   */
  enter(run: string, signal: AbortSignal, onPlace?: (before: number) => void): Promise<() => void>;
}

interface Waiting {
  readonly admit: () => void;
  readonly onPlace: ((before: number) => void) | undefined;
  told?: number;
}

/** Places are told so long after they changed, in milliseconds: many may change at once. */
const placePause = 200;

/** See {@link FairQueue}. */
export function createFairQueue(width: number): FairQueue {
  const lines = new Map<string, Waiting[]>();
  let inside = 0;
  const tellPlaces = createTeller(() => placesIn([...lines.values()], inside));

  const next = (): void => {
    const [run, line] = lines.entries().next().value ?? [];
    if (run === undefined || line === undefined || inside >= width) return;
    lines.delete(run);
    const first = line.shift();
    if (line.length > 0) lines.set(run, line); // behind all other runs
    first?.admit();
  };
  const leaveOnce = (): (() => void) => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      inside -= 1;
      next();
      tellPlaces();
    };
  };

  return {
    enter(run, signal, onPlace) {
      return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const abort = (): void => {
          const line = (lines.get(run) ?? []).filter((other) => other !== waiting);
          if (line.length > 0) lines.set(run, line);
          else lines.delete(run);
          tellPlaces();
          reject(signal.reason);
        };
        const waiting: Waiting = {
          onPlace,
          admit: () => {
            signal.removeEventListener('abort', abort);
            inside += 1;
            resolve(leaveOnce());
          },
        };
        signal.addEventListener('abort', abort, { once: true });
        lines.set(run, [...(lines.get(run) ?? []), waiting]);
        next();
        tellPlaces();
      });
    },
  };
}

/** Tells those who wait of their new places, all at once, a moment after they were asked for. */
function createTeller(places: () => Iterable<readonly [Waiting, number]>): () => void {
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    timer = undefined;
    for (const [waiting, before] of places()) {
      if (waiting.told !== before) waiting.onPlace?.(before);
      waiting.told = before;
    }
  };
  return () => {
    timer ??= setTimeout(tell, placePause).unref();
  };
}

/**
 * How many are before each who waits. Runs take turns: before a run's third request come three of each run before it, and two
 * of each behind it.
 */
function* placesIn(lines: readonly (readonly Waiting[])[], inside: number): Generator<readonly [Waiting, number]> {
  for (const [at, line] of lines.entries()) {
    for (const [place, waiting] of line.entries()) {
      const ahead = lines.map((other, index) => Math.min(other.length, index < at ? place + 1 : place));
      yield [waiting, ahead.reduce((sum, count) => sum + count, inside)];
    }
  }
}
