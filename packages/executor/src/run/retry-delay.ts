import type { Problem, Retry } from '@jacquard/flow';

const firstDelay = 1;
const longestDelay = 60;

/** Whether a step that failed `failures` times may be tried again. A passed limit is no accident of the moment. */
export function mayRetry(retry: Retry | undefined, failures: number, problem: Problem): retry is Retry {
  return retry !== undefined && failures < retry.attempts && !problem.code.startsWith('limit-');
}

/**
 * Milliseconds until the next attempt: what the other side asked for, else a delay that doubles with each failure, of
 * which a random half is taken off so that clients don't come back all at once ("equal jitter").
 */
export function retryDelay(retry: Retry, failures: number, asked: number | undefined, random: number): number {
  const most = retry.maxDelay ?? longestDelay;
  if (asked !== undefined) return Math.round(Math.max(0, asked) * 1000);
  const full = Math.min(most, (retry.delay ?? firstDelay) * 2 ** (failures - 1));
  return Math.round(full * (0.5 + random / 2) * 1000);
}
