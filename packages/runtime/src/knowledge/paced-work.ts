/** Does work for keys: at once, then at most once an interval for each, the last call always followed by one. */
export interface PacedWork {
  ask(key: string): void;
  stop(): void;
}

interface Pace {
  isAsked: boolean;
  timer: NodeJS.Timeout | undefined;
}

/** One work a key at a time; the interval, in milliseconds, begins when it has ended. `work` must not throw. */
export function createPacedWork(interval: number, work: (key: string) => Promise<void>): PacedWork {
  const paces = new Map<string, Pace>();
  const rest = (key: string, pace: Pace): void => {
    pace.timer = setTimeout(() => {
      if (pace.isAsked) begin(key, pace);
      else paces.delete(key);
    }, interval).unref();
  };
  const begin = (key: string, pace: Pace): void => {
    pace.isAsked = false;
    void work(key).finally(() => {
      if (paces.get(key) === pace) rest(key, pace);
    });
  };
  return {
    ask(key) {
      const pace = paces.get(key);
      if (pace !== undefined) {
        pace.isAsked = true;
        return;
      }
      const fresh: Pace = { isAsked: false, timer: undefined };
      paces.set(key, fresh);
      begin(key, fresh);
    },
    stop() {
      for (const { timer } of paces.values()) clearTimeout(timer);
      paces.clear();
    },
  };
}
