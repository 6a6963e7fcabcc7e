/** Lets `width` requests in at once. Those of one run come in the order they asked; runs take turns. */
export interface FairQueue {
  /** Resolves with the function that leaves again. Rejects with the signal's reason when it aborts first. */
  enter(run: string, signal: AbortSignal): Promise<() => void>;
}

interface Waiting {
  readonly admit: () => void;
}

/** See {@link FairQueue}. */
export function createFairQueue(width: number): FairQueue {
  const lines = new Map<string, Waiting[]>();
  let inside = 0;

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
    };
  };

  return {
    enter(run, signal) {
      return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const abort = (): void => {
          const line = (lines.get(run) ?? []).filter((other) => other !== waiting);
          if (line.length > 0) lines.set(run, line);
          else lines.delete(run);
          reject(signal.reason);
        };
        const waiting: Waiting = {
          admit: () => {
            signal.removeEventListener('abort', abort);
            inside += 1;
            resolve(leaveOnce());
          },
        };
        signal.addEventListener('abort', abort, { once: true });
        lines.set(run, [...(lines.get(run) ?? []), waiting]);
        next();
      });
    },
  };
}
