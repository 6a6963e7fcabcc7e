import { cutLogits } from './cut-logits.ts';
import type { DrawingSettings } from './drawing-settings.ts';
import { rankLogits } from './rank-logits.ts';

/**
 * The probability with which each token of a vocabulary is drawn, by its id, under settings: what the engine draws from. Where
 * settings change and logits don't, `rankLogits` once and `cutLogits` each time are quicker.
 */
export function drawingDistribution(logits: ArrayLike<number>, settings: DrawingSettings): Float64Array {
  const ranked = rankLogits(logits);
  const { kept, probabilities } = cutLogits(ranked, settings);
  const byId = new Float64Array(logits.length);
  for (let rank = 0; rank < kept; rank += 1) byId[ranked.ids[rank] ?? 0] = probabilities[rank] ?? 0;
  return byId;
}
