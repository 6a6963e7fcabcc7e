/**
 * Draws from probabilities that add up to 1.
 *
 * @param chance - from 0 up to, and not, 1
 * @returns the place of what was drawn; the last one where rounding leaves a gap at the end
 */
export function drawRank(probabilities: ArrayLike<number>, chance: number): number {
  let sum = 0;
  for (let rank = 0; rank < probabilities.length; rank += 1) {
    sum += probabilities[rank] ?? 0;
    if (chance < sum) return rank;
  }
  return probabilities.length - 1;
}

/**
 * The n-th number of a seed's own sequence, from 0 up to, and not, 1: the same everywhere, so that a draw can be told and repeated
 * (mulberry32 by Tommy Ettinger, entered at any place).
 */
export function chanceOf(seed: number, place: number): number {
  const state = (seed + Math.imul(place + 1, 0x6d2b_79f5)) | 0;
  const first = Math.imul(state ^ (state >>> 15), state | 1);
  const second = first ^ (first + Math.imul(first ^ (first >>> 7), first | 61));
  return ((second ^ (second >>> 14)) >>> 0) / 2 ** 32;
}
