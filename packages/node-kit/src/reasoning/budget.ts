import { boundOf, Problem, type Bound, type CallBound, type Message } from '@jacquard/flow';
import type { ChatChunk, ChatModel, ChatOptions } from '../chat-model.ts';

/** What a strategy has used. */
export interface Spent {
  readonly calls: number;
  readonly tokens: number;
}

/** Keeps a strategy within the bound that it stated: see {@link openBudget}. */
export interface Budget {
  readonly bound: Bound;
  readonly spent: Spent;
  /** Whether so many calls (1) can still be made, with at least one token each. */
  allows(calls?: number): boolean;
  /** The model, whose calls count: an answer is as long as the bound allows each or the call asks, and
   * never longer than what is left; a call too many throws `budget-spent`. */
  model(model: ChatModel): ChatModel;
}

/**
 * Opens the budget of one step: the bound of its definition for these inputs, lowered by `maxCalls`; of it, `spent` was
 * used before a pause. Each answer of several counts
 * as a call. A model that writes on past what it was allowed is read no further, so that the tokens hold, too. Tokens are
 * those that the model reports, and at least one a piece of text.
 */
export function openBudget(
  bound: CallBound,
  inputs: Readonly<Record<string, unknown>>,
  {
    maxCalls = Number.POSITIVE_INFINITY,
    spent,
  }: { readonly maxCalls?: number | undefined; readonly spent?: Spent | undefined } = {},
): Budget {
  const stated = boundOf(bound, inputs) ?? { calls: 0, tokens: 0 };
  const calls = Math.min(stated.calls, maxCalls);
  const tokens = stated.calls === 0 ? 0 : Math.floor((stated.tokens / stated.calls) * calls);
  return new OpenBudget({ calls, tokens }, spent);
}

class OpenBudget implements Budget {
  readonly bound: Bound;
  #calls = 0;
  #tokens = 0;
  /** Tokens of calls that go on: allowed, and not yet written. */
  #reserved = 0;

  constructor(bound: Bound, spent: Spent = { calls: 0, tokens: 0 }) {
    this.bound = bound;
    this.#calls = spent.calls;
    this.#tokens = spent.tokens;
  }

  get spent(): Spent {
    return { calls: this.#calls, tokens: this.#tokens };
  }

  allows(calls = 1): boolean {
    return this.#calls + calls <= this.bound.calls && this.#left() >= calls;
  }

  model(model: ChatModel): ChatModel {
    const { complete } = model;
    return {
      ...model,
      stream: (messages, options = {}) => this.#spend(options, (within: ChatOptions) => model.stream(messages, within)),
      ...(complete && {
        complete: (text: string, options: ChatOptions = {}) => this.#spend(options, (within) => complete(text, within)),
      }),
      ...(model.score && {
        score: (messages: readonly Message[], continuations: readonly string[], asked = {}) => {
          if (!this.allows()) throw spentProblem(this.bound);
          this.#calls += 1;
          return model.score?.(messages, continuations, asked) ?? Promise.resolve([]);
        },
      }),
    };
  }

  #left(): number {
    return this.bound.tokens - this.#tokens - this.#reserved;
  }

  async *#spend(
    options: ChatOptions,
    ask: (within: ChatOptions) => AsyncIterable<ChatChunk>,
  ): AsyncGenerator<ChatChunk, void> {
    const samples = options.samples ?? 1;
    if (!this.allows(samples)) throw spentProblem(this.bound);
    const usual = this.bound.tokens / this.bound.calls;
    const each = Math.floor(Math.min(options.maxTokens ?? usual, this.#left() / samples));
    const allowed = each * samples;
    this.#calls += samples;
    this.#reserved += allowed;
    const written = new Map<number, number>();
    let read = 0;
    let told = 0;
    try {
      for await (const chunk of ask({ ...options, maxTokens: each })) {
        const { sample = 0, text, usage } = chunk;
        if (text !== '' && read >= allowed) return; // it heeds no longest answer, and nobody may pay for more
        if (text !== '') read += 1;
        told += usage?.outputTokens ?? 0;
        const before = written.get(sample) ?? 0;
        if (text !== '' && before >= each) continue;
        if (text !== '') written.set(sample, before + 1);
        yield chunk;
      }
    } finally {
      this.#reserved -= allowed;
      this.#tokens += Math.max(told, read);
    }
  }
}

function spentProblem({ calls, tokens }: Bound): Problem {
  return new Problem('budget-spent', { calls, tokens });
}
