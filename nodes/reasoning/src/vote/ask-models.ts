import {
  drawSamples,
  Problem,
  sideBySide,
  sourceOf,
  type Budget,
  type ChatModel,
  type DrawnSample,
  type ReasoningItem,
  type TraceSource,
} from '@jacquard/node-kit';
import type { VoteCount, VoteItem } from './vote-count.ts';

export interface Asking {
  /** Answers of each model. */
  readonly each: number;
  /** Calls that are kept for later. */
  readonly reserve: number;
  readonly temperature: number | undefined;
  readonly maxTokens: number;
  readonly seed: number;
  readonly signal: AbortSignal;
}

interface Asked {
  /** The model's name, by number of sample. */
  readonly names: readonly string[];
  readonly reason: ReasoningItem<'stop'>['reason'];
}

/** So many models at once. */
const atOnce = 4;

/**
 * Asks several models the same, side by side, and counts their answers in as each model is done. One that fails is told and isn't
 * fatal; when none answered, the first failure is thrown. Models that the budget has no call for aren't asked.
 */
export async function* askModels(
  models: readonly ChatModel[],
  prompt: string,
  budget: Budget,
  count: VoteCount,
  { each, reserve, ...options }: Asking,
): AsyncGenerator<VoteItem | { readonly progress: { readonly done: number; readonly total: number } }, Asked> {
  const total = models.length * each;
  let allowed = total;
  while (allowed > 0 && !budget.allows(allowed + reserve)) allowed -= 1;
  const turns = models
    .map((model, place) => ({ model, first: place * each, size: Math.min(each, allowed - place * each), place }))
    .filter(({ size }) => size > 0);
  const draw = async ({ model, first, size, place }: (typeof turns)[number]): Promise<[DrawnSample, TraceSource][]> => {
    const name = `model ${place + 1}`;
    const asking = { ...options, count: size, first, name };
    const drawn: [DrawnSample, TraceSource][] = [];
    for await (const sample of drawSamples(budget.model(model), [{ role: 'user', content: prompt }], asking)) {
      drawn.push([sample, sourceOf(model, name, sample.sample, first)]);
    }
    return drawn;
  };
  let failure: Problem | undefined;
  let done = 0;
  for await (const { result } of sideBySide(turns, atOnce, draw)) {
    for (const [sample, from] of result) {
      failure ??= sample.problem;
      yield* count.add(sample, from);
      yield { progress: { done: ++done, total } };
    }
  }
  if (count.samples.length === 0) throw failure ?? new Problem('budget-spent', { ...budget.bound });
  const names = models.flatMap(({ name }) => Array.from({ length: each }, () => name));
  return { names, reason: allowed === total ? 'complete' : 'budget' };
}
