import { drawingDistribution, type DrawingSettings } from '@jacquard/flow';
import type { ChatModel } from '@jacquard/node-kit';
import { openHostSide } from './host-side.ts';
import { print } from './print.ts';

const draws = 10_000;
const atOnce = 250;
const prompt = 'The loom stood by the';
const settings: readonly DrawingSettings[] = [
  { temperature: 1, topK: 40, topP: 0.95, minP: 0 },
  { temperature: 1.5, topK: 20, topP: 0.9, minP: 0.03 },
];

/** What the engine draws beside the distribution that the sliders show: Pearson's χ² over 10,000 draws. */
export async function compareDraws(): Promise<void> {
  const { model, close } = await openHostSide();
  try {
    for (const drawing of settings) {
      const expected = await distributionOf(model, drawing);
      const counts = await drawTokens(model, drawing);
      const { statistic, degrees } = chiSquare(expected, counts);
      const bound = criticalValue(degrees);
      print(
        `${JSON.stringify(drawing)}: χ² ${statistic.toFixed(1)} with ${degrees} degrees of freedom (≤ ${bound.toFixed(1)} at p = 0.001)`,
      );
    }
  } finally {
    await close();
  }
}

/** Probabilities by the text of the token; those without a text of their own count together. */
async function distributionOf(model: ChatModel, drawing: DrawingSettings): Promise<Map<string, number>> {
  const next = await model.nextTokens?.(prompt, 200);
  const probabilities = drawingDistribution(next?.logits ?? new Float32Array(), drawing);
  const expected = new Map<string, number>();
  for (const { id, text, isSpecial } of next?.tokens ?? []) {
    const name = isSpecial ? '' : text;
    const probability = probabilities[id] ?? 0;
    if (probability > 0) expected.set(name, (expected.get(name) ?? 0) + probability);
  }
  return expected;
}

async function drawTokens(model: ChatModel, drawing: DrawingSettings): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let drawn = 0; drawn < draws; drawn += atOnce) {
    const texts = Array.from({ length: atOnce }, () => '');
    const options = { ...drawing, repeatPenalty: 1, samples: atOnce, maxTokens: 1, seed: drawn };
    for await (const { text, sample = 0 } of model.complete?.(prompt, options) ?? model.stream([]))
      texts[sample] = (texts[sample] ?? '') + text;
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** Classes that are expected fewer than five times count together. */
function chiSquare(
  expected: ReadonlyMap<string, number>,
  counts: ReadonlyMap<string, number>,
): { readonly statistic: number; readonly degrees: number } {
  const classes: { wanted: number; seen: number }[] = [];
  const rare = { wanted: 0, seen: draws };
  for (const [text, probability] of expected) {
    const [wanted, seen] = [probability * draws, counts.get(text) ?? 0];
    if (wanted < 5) {
      rare.wanted += wanted;
      continue;
    }
    classes.push({ wanted, seen });
    rare.seen -= seen;
  }
  if (rare.wanted > 0 || rare.seen > 0) classes.push({ ...rare, wanted: Math.max(rare.wanted, 1e-6) });
  const statistic = classes.reduce((sum, { wanted, seen }) => sum + (seen - wanted) ** 2 / wanted, 0);
  return { statistic, degrees: classes.length - 1 };
}

/** Where χ² is passed once in a thousand times (Wilson and Hilferty 1931). */
function criticalValue(degrees: number): number {
  const quantile = 3.0902;
  const part = 2 / (9 * degrees);
  return degrees * (1 - part + quantile * Math.sqrt(part)) ** 3;
}
