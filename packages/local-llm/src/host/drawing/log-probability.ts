/** What the engine tells of a place: some logits, and the sum over all of exp(logit − the largest). */
export interface PlaceLogits {
  readonly logits: ReadonlyMap<number, number>;
  readonly totalWeight: number;
  readonly largest: number;
}

/** The natural logarithm of a token's probability: its logit less the logarithm of the sum over all. */
export function logProbability(token: number, { logits, totalWeight, largest }: PlaceLogits): number {
  const logit = logits.get(token);
  return logit === undefined ? Number.NEGATIVE_INFINITY : logit - largest - Math.log(totalWeight);
}

/** The likeliest tokens of a place, most likely first. */
export function likeliest({ logits }: PlaceLogits, count: number): number[] {
  return [...logits]
    .sort(([, one], [, other]) => other - one)
    .slice(0, count)
    .map(([token]) => token);
}
