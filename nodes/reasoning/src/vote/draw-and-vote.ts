import {
  drawSamples,
  Problem,
  sourceOf,
  type trace,
  type Budget,
  type ChatModel,
  type Message,
  type ReasoningItem,
} from '@jacquard/node-kit';
import type { VoteCount } from './vote-count.ts';

export interface Drawing {
  readonly model: ChatModel;
  readonly messages: readonly Message[];
  readonly budget: Budget;
  readonly count: VoteCount;
  /** How many samples to draw at most. */
  readonly samples: number;
  /** How many are drawn before it is asked whether that was enough. */
  readonly batch: number;
  /** Calls that are kept for later. */
  readonly reserve?: number;
  /** Whether the votes so far are enough. */
  isDecided(): boolean;
  readonly temperature: number | undefined;
  readonly maxTokens: number;
  readonly seed: number;
  readonly signal: AbortSignal;
}

type DrawingItem =
  | ReturnType<typeof trace<'sample' | 'extracted-answer' | 'vote'>>
  | { readonly progress: { readonly done: number; readonly total: number } };

/**
 * Draws samples batch by batch, and counts each as it comes, until it is decided, all are drawn or the budget is out. A sample that
 * fails is told and isn't fatal; when none came at all, the first failure is thrown.
 */
export async function* drawAndVote(drawing: Drawing): AsyncGenerator<DrawingItem, ReasoningItem<'stop'>['reason']> {
  const { model, messages, budget, count, samples, reserve = 0, temperature, maxTokens, seed, signal } = drawing;
  let failure: Problem | undefined;
  let drawn = 0;
  while (drawn < samples && !(drawn > 0 && drawing.isDecided())) {
    const size = sizeWithin(budget, Math.min(drawing.batch, samples - drawn), reserve);
    if (size === 0) break;
    const first = drawn;
    const name = model.location === 'local' && size > 1 ? `samples ${first + 1} to ${first + size}` : 'sample';
    const options = { count: size, first, name: nameOf(model, name, first), temperature, maxTokens, seed, signal };
    for await (const sample of drawSamples(model, messages, options)) {
      failure ??= sample.problem;
      yield* count.add(sample, sourceOf(model, options.name, sample.sample, first));
      yield { progress: { done: ++drawn, total: samples } };
    }
    drawn = first + size;
  }
  if (count.samples.length === 0) throw failure ?? new Problem('budget-spent', { ...budget.bound });
  if (drawn === samples) return 'complete';
  return drawing.isDecided() ? 'agreed' : 'budget';
}

/** A local model draws a batch in one call, which has a name of its own. */
function nameOf(model: ChatModel, name: string, first: number): string {
  return model.location === 'local' && name === 'sample' ? `sample ${first + 1}` : name;
}

/** As many as the budget allows. */
function sizeWithin(budget: Budget, wanted: number, reserve: number): number {
  let size = wanted;
  while (size > 0 && !budget.allows(size + reserve)) size -= 1;
  return size;
}
