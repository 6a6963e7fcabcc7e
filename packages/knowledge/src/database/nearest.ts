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

/** Mean and standard deviation of values that come one by one. */
export function createSpread(): { add(value: number): void; take(): Nearest['spread'] } {
  let [count, sum, squares] = [0, 0, 0];
  return {
    add(value) {
      count += 1;
      sum += value;
      squares += value * value;
    },
    take() {
      const mean = count === 0 ? 0 : sum / count;
      return { mean, deviation: Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean)) };
    },
  };
}
