import type { Meaning } from '../search/rank-passages.ts';

/** How near passages are to a query, and how near all of them are on the whole (see `RankingTask`). */
export interface Nearest {
  /** By the number of the passage. */
  readonly meanings: ReadonlyMap<number, Meaning>;
  readonly spread: { readonly mean: number; readonly deviation: number };
}

/** What is asked of vectors: the `top` nearest among `allowed` (all, when undefined), and those of `also`. */
export interface NearestTask {
  readonly query: Float32Array;
  readonly top: number;
  readonly also: readonly number[];
  readonly allowed: ReadonlySet<number> | undefined;
}

/** Mean and standard deviation. */
export function spreadOf(values: ArrayLike<number>): Nearest['spread'] {
  let [sum, squares] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    sum += value;
    squares += value * value;
  }
  const mean = values.length === 0 ? 0 : sum / values.length;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / Math.max(1, values.length) - mean * mean)) };
}
