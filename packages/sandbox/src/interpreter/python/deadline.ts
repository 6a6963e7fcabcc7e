import type { LoadedPython } from './load-pyodide.ts';

/** When the code must have ended, by the clock of `performance.now`. */
export interface Deadline {
  set(until: number): void;
  /** The code was interrupted since the last `set`. */
  hasFired(): boolean;
}

/** A second `KeyboardInterrupt` comes so many milliseconds after the first, for code that goes on. */
const again = 200;

/**
 * Interrupts Python when the time is over. Python looks at the first byte of a buffer every few steps whether somebody has pressed
 * Ctrl-C; here that byte is a question of the time. Code can catch the interrupt and go on: then the parent ends the process.
 */
export function createDeadline({ realm, pyodide }: LoadedPython): Deadline {
  let until = Infinity;
  let hasFired = false;
  const isOver = (): boolean => {
    const now = performance.now();
    if (now < until) return false;
    until = now + again;
    hasFired = true;
    return true;
  };
  // boundary: a program of ours
  const create = realm.evaluate(`(function (isOver) {
    const ask = () => { try { return isOver() ? 2 : 0; } catch { return 0; } }; // no error of the host's, see realm-globals.ts
    return { get 0() { return ask(); }, set 0(_value) {} };
  })`) as (isOver: () => boolean) => unknown;
  pyodide.setInterruptBuffer(create(isOver));
  return {
    set(next) {
      until = next;
      hasFired = false;
    },
    hasFired: () => hasFired,
  };
}
