import { describe, expect, test } from 'vitest';
import { chanceOf, drawRank } from './draw-rank.ts';
import { cutLogits } from './cut-logits.ts';
import { drawingDistribution } from './drawing-distribution.ts';
import type { DrawingSettings } from './drawing-settings.ts';
import { rankLogits } from './rank-logits.ts';

const open: DrawingSettings = { temperature: 1, topK: 0, topP: 1, minP: 0 };
// By id, at temperature 1: 0.1, 0.5, 0.15, 0.25.
const logits = [0.1, 0.5, 0.15, 0.25].map((share) => Math.log(share) + 3);
const under = (settings: Partial<DrawingSettings>): number[] => [
  ...drawingDistribution(logits, { ...open, ...settings }),
];
const close = (...expected: readonly number[]): unknown => expected.map((one) => expect.closeTo(one, 5) as unknown);

describe('the distribution that is drawn from', () => {
  test.each<[string, Partial<DrawingSettings>, unknown]>([
    ['nothing set: what the model gives', {}, close(0.1, 0.5, 0.15, 0.25)],
    ['temperature 0: the likeliest, whatever the cuts', { temperature: 0, topP: 0.1 }, [0, 1, 0, 0]],
    [
      'a low temperature sharpens',
      { temperature: 0.5 },
      close(0.01 / 0.345, 0.25 / 0.345, 0.0225 / 0.345, 0.0625 / 0.345),
    ],
    ['top-k keeps so many', { topK: 2 }, close(0, 2 / 3, 0, 1 / 3)],
    ['top-k beyond the vocabulary keeps all', { topK: 9 }, close(0.1, 0.5, 0.15, 0.25)],
    ['top-p includes the token that crosses it', { topP: 0.6 }, close(0, 2 / 3, 0, 1 / 3)],
    ['top-p keeps one at least', { topP: 0 }, [0, 1, 0, 0]],
    ['top-p is of what top-k left: 0.5 of 0.75 is 0.667', { topK: 2, topP: 0.66 }, [0, 1, 0, 0]],
    ['min-p measures by the likeliest', { minP: 0.4 }, close(0, 2 / 3, 0, 1 / 3)],
    ['min-p of 1 keeps the likeliest', { minP: 1 }, [0, 1, 0, 0]],
    ['cuts come before temperature', { temperature: 2, topP: 0.6 }, close(0, 0.585786, 0, 0.414214)],
  ])('%s', (_name, settings, expected) => {
    expect(under(settings)).toEqual(expected);
  });

  test('what is left of the model’s own probability is told', () => {
    expect(cutLogits(rankLogits(logits), { ...open, topK: 2, temperature: 0.1 }).mass).toBeCloseTo(0.75);
  });

  test('an empty vocabulary, and logits that aren’t numbers, break nothing', () => {
    expect([...drawingDistribution([], open)]).toEqual([]);
    expect([...drawingDistribution([Number.NaN, 1, Number.NEGATIVE_INFINITY], open)]).toEqual([0, 1, 0]);
  });
});

test('logits of both signs are in order, equals by their id', () => {
  const { ids } = rankLogits([-1.5, 0, 7.25, -0.001, 7.25, 1e-30]);
  expect([...ids]).toEqual([2, 4, 5, 1, 3, 0]);
});

test('order and sums hold in a vocabulary of 150,000', () => {
  const many = Float32Array.from({ length: 150_000 }, (_logit, id) => chanceOf(3, id) * 30 - 15);
  const ranked = rankLogits(many);
  expect([...ranked.logits]).toEqual([...many].sort((one, other) => other - one));
  const { probabilities } = cutLogits(ranked, { ...open, temperature: 1.7, minP: 0.0001 });
  expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
});

describe('drawing', () => {
  test('a chance falls on the token whose share holds it', () => {
    expect([0, 0.49, 0.5, 0.99, 0.999_999].map((chance) => drawRank([0.5, 0.4, 0.1], chance))).toEqual([0, 0, 1, 2, 2]);
  });

  test('a seed’s chances are the same each time, another seed’s are others, and they fill the range evenly', () => {
    expect(chanceOf(7, 3)).toBe(chanceOf(7, 3));
    expect(chanceOf(7, 3)).not.toBe(chanceOf(8, 3));
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let place = 0; place < 10_000; place += 1) {
      const tenth = Math.floor(chanceOf(7, place) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    const deviation = tenths.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(deviation).toBeLessThan(27.9); // χ², 9 degrees of freedom, p = 0.001
  });
});
