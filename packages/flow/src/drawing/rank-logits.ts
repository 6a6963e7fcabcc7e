/** A model's logits in order, and what every cut of them needs. Made once for a place; cuts are quick then. */
export interface RankedLogits {
  /** Token ids, likeliest first; of equals the lower id. */
  readonly ids: Uint32Array;
  /** Of `ids`, in their order. */
  readonly logits: Float32Array;
  /** `exp(logit − the largest)`, in the order of `ids`. */
  readonly weights: Float64Array;
  /** Of all weights. */
  readonly totalWeight: number;
}

/** Bits of a token id: more than any vocabulary has. */
const idLimit = 2 ** 21;

/**
 * Puts logits in order. Each goes into one number with its id, which sorts as the logit does, so that a typed array sorts them
 * without a comparison of ours: 150,000 in some 15 milliseconds.
 *
 * @param logits - by token id; what isn't a number counts as impossible
 */
export function rankLogits(logits: ArrayLike<number>): RankedLogits {
  const size = Math.min(logits.length, idLimit);
  const values = new Float32Array(size);
  for (let id = 0; id < size; id += 1) {
    const logit = logits[id] ?? Number.NaN;
    values[id] = Number.isNaN(logit) ? Number.NEGATIVE_INFINITY : logit;
  }
  const bits = new Uint32Array(values.buffer);
  const keys = new Float64Array(size);
  for (let id = 0; id < size; id += 1) keys[id] = fallingOrder(bits[id] ?? 0) * idLimit + id;
  keys.sort();
  const ids = new Uint32Array(size);
  const sorted = new Float32Array(size);
  const weights = new Float64Array(size);
  let totalWeight = 0;
  for (let rank = 0; rank < size; rank += 1) {
    const id = (keys[rank] ?? 0) % idLimit;
    const logit = values[id] ?? 0;
    ids[rank] = id;
    sorted[rank] = logit;
    const weight = rank === 0 ? 1 : Math.exp(logit - (sorted[0] ?? 0));
    weights[rank] = weight;
    totalWeight += weight;
  }
  return { ids, logits: sorted, weights, totalWeight };
}

/** A whole number of 32 bits that is the smaller, the larger the float of these bits is (IEEE 754, sign turned). */
function fallingOrder(bits: number): number {
  const rising = bits >>> 31 === 1 ? ~bits >>> 0 : (bits | 0x8000_0000) >>> 0;
  return 0xffff_ffff - rising;
}
