import type { EmbeddingsModel } from '@jacquard/node-kit';
import type { PlacedExample } from './example-ways.ts';

/** An example and how like the question it is: the cosine of their vectors. */
export interface LikeExample extends PlacedExample {
  readonly likeness: number;
}

export interface LikenessChoice {
  readonly question: string;
  readonly count: number;
  /** How much likeness to the question counts against unlikeness to what is chosen already: 1 alone, 0 not at all. */
  readonly lambda: number;
}

/**
 * Chooses by maximal marginal relevance (Carbonell and Goldstein 1998): next is the example with the largest
 * λ · likeness to the question − (1 − λ) · greatest likeness to a chosen one. With λ = 1, plainly the most like, best first.
 */
export async function rankByLikeness(
  examples: readonly PlacedExample[],
  embeddings: EmbeddingsModel,
  { question, count, lambda }: LikenessChoice,
  signal: AbortSignal,
): Promise<readonly LikeExample[]> {
  const [asked, vectors] = await Promise.all([
    embeddings.embedQuery(question, signal),
    embeddings.embedDocuments(
      examples.map((example) => example.question),
      signal,
    ),
  ]);
  const left = examples.map((example, index) => {
    const vector = vectors[index] ?? [];
    return { example, vector, likeness: cosine(asked, vector), nearest: 0 };
  });
  const chosen: LikeExample[] = [];
  while (chosen.length < count && left.length > 0) {
    let best = 0;
    const worth = left.map(({ likeness, nearest }) => lambda * likeness - (1 - lambda) * nearest);
    for (const [index, value] of worth.entries()) if (value > (worth[best] ?? 0)) best = index;
    const [taken] = left.splice(best, 1);
    if (taken === undefined) break;
    chosen.push({ ...taken.example, likeness: taken.likeness });
    for (const other of left) other.nearest = Math.max(other.nearest, cosine(taken.vector, other.vector));
  }
  return chosen;
}

/** Of vectors of length 1. */
function cosine(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, axis) => sum + value * (other[axis] ?? 0), 0);
}
