/** Probabilities of choices among themselves, by their log-probabilities (softmax); in order, and 1 in all. */
export function probabilitiesOf(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - highest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
