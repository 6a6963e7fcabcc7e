import type { RunResult } from '@jacquard/runtime';

/** What the commands end with, besides 64 for words that aren't understood and 128 + the signal that stopped them. */
export const exitCodes = { done: 0, failed: 1, issues: 2, waiting: 3 } as const;

/** The exit code that a run's end means. */
export function exitCodeOf(status: RunResult['status']): number {
  if (status === 'completed') return exitCodes.done;
  return status === 'paused' ? exitCodes.waiting : exitCodes.failed;
}
