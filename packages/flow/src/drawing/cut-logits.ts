import type { DrawingSettings } from './drawing-settings.ts';
import type { RankedLogits } from './rank-logits.ts';

/** What of the ranked tokens is drawn from. */
export interface CutLogits {
  /** How many of the likeliest are left. */
  readonly kept: number;
  /** How many each cut has left, one after the other. */
  readonly after: { readonly topK: number; readonly topP: number; readonly minP: number };
  /** Of those, in their order; they add up to 1. */
  readonly probabilities: Float64Array;
  /** How much of the model's own probability the cuts left, before temperature. */
  readonly mass: number;
}

/**
 * Cuts and tempers in the order of llama.cpp's chain, as node-llama-cpp builds it: top-k, then top-p over what top-k left, then
 * min-p, all at temperature 1; then temperature. Sums and bounds are 32-bit floats there, and so they are here. Settings that a
 * sampler takes as “off” are off: top-k of 0, top-p of 1, min-p of 0; temperature 0 takes the likeliest and looks at no cut.
 */
export function cutLogits(ranked: RankedLogits, settings: DrawingSettings): CutLogits {
  const { logits, weights, totalWeight } = ranked;
  if (logits.length === 0) return nothing;
  const isGreedy = settings.temperature <= 0;
  const after = isGreedy ? { topK: 1, topP: 1, minP: 1 } : keptBy(ranked, settings);
  const { minP: kept } = after;
  const probabilities = new Float64Array(kept);
  const [largest = 0] = logits;
  let sum = 0;
  let left = 0;
  for (let rank = 0; rank < kept; rank += 1) {
    const logit = logits[rank] ?? 0;
    const weight = rank === 0 ? 1 : Math.exp((logit - largest) / Math.fround(settings.temperature));
    probabilities[rank] = weight;
    sum += weight;
    left += weights[rank] ?? 0;
  }
  for (let rank = 0; rank < kept; rank += 1) probabilities[rank] = (probabilities[rank] ?? 0) / sum;
  return { kept, after, probabilities, mass: Math.min(1, left / totalWeight) };
}

const nothing: CutLogits = {
  kept: 0,
  after: { topK: 0, topP: 0, minP: 0 },
  probabilities: new Float64Array(),
  mass: 0,
};

function keptBy(ranked: RankedLogits, { topK, topP, minP }: DrawingSettings): CutLogits['after'] {
  const size = ranked.logits.length;
  const byRank = topK <= 0 ? size : Math.min(Math.trunc(topK), size);
  const bySum = topP >= 1 || topP < 0 ? byRank : reachingSum(ranked, byRank, Math.fround(topP));
  const byShare = minP <= 0 ? bySum : reachingShare(ranked, bySum, Math.fround(minP));
  return { topK: byRank, topP: bySum, minP: byShare };
}

/** The smallest number of the likeliest whose probabilities, among the first `size`, come to `share`: at least one. */
function reachingSum({ weights, totalWeight }: RankedLogits, size: number, share: number): number {
  let total = totalWeight;
  if (size < weights.length) {
    total = 0;
    for (let rank = 0; rank < size; rank += 1) total += weights[rank] ?? 0;
  }
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum = Math.fround(sum + Math.fround((weights[rank] ?? 0) / total));
    if (sum >= share) return rank + 1;
  }
  return size;
}

/** How many of the first `size` are at least `share` as likely as the likeliest: at least one. */
function reachingShare({ logits }: RankedLogits, size: number, share: number): number {
  const least = Math.fround((logits[0] ?? 0) + Math.fround(Math.log(share)));
  let kept = 1;
  while (kept < size && (logits[kept] ?? Number.NEGATIVE_INFINITY) >= least) kept += 1;
  return kept;
}
