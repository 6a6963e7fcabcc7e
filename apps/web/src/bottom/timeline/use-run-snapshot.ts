import type { RunView } from '@jacquard/protocol';
import { useEffect, useState } from 'react';
import { useRun } from '../../state/run-store.ts';

/** A run at a moment; a new object each time. Its maps go on changing: read them when it comes. */
export interface RunSnapshot {
  readonly view: RunView | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Milliseconds between two looks at a run; large ones cost more to lay out. */
const pauses = { small: 200, large: 1_000, largeFrom: 1_000 } as const;

/** The run on the page, some times a second while it changes: what is made of all of its steps can't be made each frame. */
export function useRunSnapshot(): RunSnapshot {
  const [snapshot, setSnapshot] = useState(takeSnapshot);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = (): void => {
      clearTimeout(timer);
      timer = undefined;
      setSnapshot(takeSnapshot());
    };
    const schedule = (): void => {
      const size = useRun.getState().view?.steps.size ?? 0;
      timer ??= setTimeout(update, size < pauses.largeFrom ? pauses.small : pauses.large);
    };
    const stop = useRun.subscribe(({ view }, before) => {
      if (view === before.view) return;
      if (view?.runId !== before.view?.runId || view?.status !== before.view?.status) update();
      else schedule();
    });
    const ticking = setInterval(() => useRun.getState().view?.status === 'running' && schedule(), pauses.small);
    return () => {
      stop();
      clearTimeout(timer);
      clearInterval(ticking);
    };
  }, []);
  return snapshot;
}

function takeSnapshot(): RunSnapshot {
  return { view: useRun.getState().view, now: Date.now() };
}
