/** Calls of a function, at most one in so many milliseconds; the last one is never lost. */
export interface Pace {
  ask(): void;
  /** Calls at once if a call is due, and stops. */
  finish(): void;
}

/** See {@link Pace}. */
export function createPace(call: () => void, milliseconds: number): Pace {
  let timer: NodeJS.Timeout | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    call();
  };
  return {
    ask() {
      if (timer) return;
      timer = setTimeout(now, Math.max(0, last + milliseconds - performance.now())).unref();
    },
    finish() {
      if (timer) now();
    },
  };
}
