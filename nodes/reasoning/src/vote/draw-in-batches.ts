import {
  drawSamples,
  Problem,
  sourceOf,
  type Budget,
  type ChatModel,
  type DrawnSample,
  type Message,
  type ReasoningItem,
  type TraceSource,
} from '@jacquard/node-kit';

export interface Drawing<Item> {
  readonly model: ChatModel;
  readonly messages: readonly Message[];
  readonly budget: Budget;
  /** How many samples to draw at most. */
  readonly samples: number;
  /** How many are drawn before it is asked whether that was enough. */
  readonly batch: number;
  /** Calls that a sample needs, with those that judge it. */
  readonly callsEach?: number;
  /** Calls that are kept for later. */
  readonly reserve?: number;
  /** Whether the samples so far are enough. */
  isDecided(): boolean;
  /** Takes a sample in, also one that failed. */
  take(drawn: DrawnSample, from: TraceSource): AsyncIterable<Item>;
  readonly temperature: number | undefined;
  readonly maxTokens: number;
  readonly seed: number;
  readonly signal: AbortSignal;
}

interface DrawingProgress {
  readonly progress: { readonly done: number; readonly total: number };
}

/**
 * Draws samples batch by batch, and takes each in as it comes, until it is decided, all are drawn or the budget is out. A sample that
 * fails isn't fatal; when none came at all, the first failure is thrown.
 */
export async function* drawInBatches<Item>(
  drawing: Drawing<Item>,
): AsyncGenerator<Item | DrawingProgress, ReasoningItem<'stop'>['reason']> {
  const { model, messages, budget, samples, temperature, maxTokens, seed, signal } = drawing;
  let failure: Problem | undefined;
  let came = 0;
  let done = 0;
  let drawn = 0;
  while (drawn < samples && !(came > 0 && drawing.isDecided())) {
    const size = sizeWithin(drawing, Math.min(drawing.batch, samples - drawn));
    if (size === 0) break;
    const first = drawn;
    const name = nameOf(model, first, size);
    const options = { count: size, first, name, temperature, maxTokens, seed, signal };
    for await (const sample of drawSamples(model, messages, options)) {
      if (sample.problem) failure ??= sample.problem;
      else came += 1;
      yield* drawing.take(sample, sourceOf(model, name, sample.sample, first));
      yield { progress: { done: ++done, total: samples } };
    }
    drawn += size;
  }
  if (came === 0) throw failure ?? new Problem('budget-spent', { ...budget.bound });
  if (drawn === samples) return 'complete';
  return drawing.isDecided() ? 'agreed' : 'budget';
}

/** A local model draws a batch in one call, which has a name of its own. */
function nameOf(model: ChatModel, first: number, size: number): string {
  if (model.location !== 'local') return 'sample';
  return size === 1 ? `sample ${first + 1}` : `samples ${first + 1} to ${first + size}`;
}

/** As many as the budget allows. */
function sizeWithin({ budget, callsEach = 1, reserve = 0 }: Drawing<unknown>, wanted: number): number {
  let size = wanted;
  while (size > 0 && !budget.allows(size * callsEach + reserve)) size -= 1;
  return size;
}
