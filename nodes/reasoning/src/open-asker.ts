import {
  ask,
  openBudget,
  trace,
  type Budget,
  type CallBound,
  type ChatModel,
  type ChatOptions,
  type Message,
  type ReasoningItem,
} from '@jacquard/node-kit';

/** A strategy's way to its model: within its budget, with its own temperature and longest answer, each call by a name. */
export interface Asker {
  readonly budget: Budget;
  /** One whole answer, without the space around it. Throws `budget-spent` where no call is left. */
  ask(name: string, prompt: string | readonly Message[], options?: ChatOptions): Promise<string>;
  /** One answer in pieces as they come; returns all of it, as it was written. */
  write(name: string, prompt: string, options?: ChatOptions): AsyncGenerator<string, string, void>;
  /** The item that tells the bound, before the first call. */
  begin(): ReturnType<typeof trace<'bound'>>;
  /** The item that tells how it ended. */
  end(reason: ReasoningItem<'stop'>['reason']): ReturnType<typeof trace<'stop'>>;
}

/** The inputs that every strategy has. */
export interface AskerInputs {
  readonly model: ChatModel;
  readonly maxTokens: number;
  readonly temperature?: number | undefined;
  readonly maxCalls?: number | undefined;
}

/** Opens it for one step; `bound` is that of the node's definition. */
export function openAsker(
  bound: CallBound,
  { inputs, seed, signal }: { readonly inputs: AskerInputs; readonly seed: number; readonly signal: AbortSignal },
): Asker {
  const budget = openBudget(bound, { ...inputs }, inputs);
  const model = budget.model(inputs.model);
  const asked = { temperature: inputs.temperature, maxTokens: inputs.maxTokens, seed, signal };
  return {
    budget,
    async ask(name, prompt, options) {
      return (await ask(model, prompt, { ...asked, ...options, name })).text.trim();
    },
    async *write(name, prompt, options) {
      let whole = '';
      for await (const { text } of model.stream([{ role: 'user', content: prompt }], { ...asked, ...options, name })) {
        if (text === '') continue;
        whole += text;
        yield text;
      }
      return whole;
    },
    begin: () => trace('bound', budget.bound),
    end: (reason) => trace('stop', { reason, ...budget.spent, spared: budget.bound.calls - budget.spent.calls }),
  };
}
