import { Problem, type Message } from '@jacquard/flow';
import type { ChatModel, ChatOptions } from '../chat-model.ts';
import { sideBySide } from './side-by-side.ts';

/** One of several answers to the same messages. */
export interface DrawnSample {
  readonly sample: number;
  readonly text: string;
  readonly finish: string | undefined;
  /** Why it failed; its text is what came before. */
  readonly problem?: Problem | undefined;
}

export interface DrawOptions extends Omit<ChatOptions, 'samples' | 'name'> {
  readonly count: number;
  /** The number of the first; the others follow. */
  readonly first?: number | undefined;
  /** What the calls are called in the step's insides: the source of the sample `k` is `{call: name, sample: k}`, see {@link sourceOf}. */
  readonly name: string;
  readonly signal: AbortSignal;
}

/** So many calls to a model elsewhere go on at once. */
const atOnce = 8;

/**
 * Draws several answers and gives each when it is complete. A model on this machine draws them side by side in one call, over a
 * prompt that is read once; elsewhere each is a call of its own, with the seeds `seed`, `seed + 1`, …, so that one that fails takes
 * no other along. A failed one comes with its problem; a cancelled step throws.
 */
export async function* drawSamples(
  model: ChatModel,
  messages: readonly Message[],
  { count, first = 0, name, ...options }: DrawOptions,
): AsyncGenerator<DrawnSample, void> {
  if (model.location === 'local') {
    yield* drawTogether(model, messages, { ...options, name, samples: count }, first);
    return;
  }
  const numbers = Array.from({ length: count }, (_item, index) => first + index);
  const draw = (sample: number): Promise<DrawnSample> => {
    const seed = options.seed === undefined ? undefined : options.seed + sample;
    return drawOne(model, messages, { ...options, seed, name: `${name} ${sample + 1}` }, sample);
  };
  for await (const { result } of sideBySide(numbers, atOnce, draw)) {
    options.signal.throwIfAborted();
    yield result;
  }
}

/** Where the sample of that number came from, for {@link drawSamples} with the same name. */
export function sourceOf(
  model: ChatModel,
  name: string,
  sample: number,
  first = 0,
): { readonly call: string; readonly sample?: number } {
  return model.location === 'local' ? { call: name, sample: sample - first } : { call: `${name} ${sample + 1}` };
}

async function* drawTogether(
  model: ChatModel,
  messages: readonly Message[],
  options: ChatOptions & { readonly samples: number },
  first: number,
): AsyncGenerator<DrawnSample, void> {
  const texts = new Map<number, string>();
  const ended = new Set<number>();
  const seed = options.seed === undefined ? undefined : options.seed + first;
  try {
    for await (const { text, sample = 0, finish } of model.stream(messages, { ...options, seed })) {
      if (ended.has(sample)) continue;
      const whole = (texts.get(sample) ?? '') + text;
      texts.set(sample, whole);
      if (finish === undefined) continue;
      ended.add(sample);
      yield { sample: first + sample, text: whole, finish };
    }
    for (let sample = 0; sample < options.samples; sample++) {
      if (!ended.has(sample)) yield { sample: first + sample, text: texts.get(sample) ?? '', finish: undefined };
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    const problem = requireSurvivable(error);
    for (let sample = 0; sample < options.samples; sample++) {
      if (!ended.has(sample))
        yield { sample: first + sample, text: texts.get(sample) ?? '', finish: undefined, problem };
    }
  }
}

async function drawOne(
  model: ChatModel,
  messages: readonly Message[],
  options: ChatOptions,
  sample: number,
): Promise<DrawnSample> {
  let text = '';
  let finish: string | undefined;
  try {
    for await (const chunk of model.stream(messages, options)) {
      text += chunk.text;
      finish = chunk.finish ?? finish;
    }
    return { sample, text, finish };
  } catch (error) {
    return { sample, text, finish, problem: requireSurvivable(error) };
  }
}

/** A failure of the model's; a fault of ours is thrown on. */
function requireSurvivable(error: unknown): Problem {
  if (Problem.is(error) && error.kind !== 'bug') return error;
  throw error;
}
