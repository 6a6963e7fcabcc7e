import { Problem, type ChatOptions } from '@jacquard/node-kit';
import type { Asker } from './open-asker.ts';

type AnswerDelta = { readonly port: 'answer'; readonly delta: string };

export interface StreamedAnswer extends ChatOptions {
  /** Given instead once no call is left. */
  readonly best?: string;
}

/**
 * Asks for the answer and streams it to the port `answer`; returns all of it. Throws `reasoning-nothing-found` for an empty one, and
 * `budget-spent` where neither a call is left nor anything to give.
 */
export async function* streamAnswer(
  asker: Asker,
  name: string,
  prompt: string,
  { best = '', ...options }: StreamedAnswer = {},
): AsyncGenerator<AnswerDelta, string, void> {
  if (best !== '' && !asker.budget.allows()) {
    yield { port: 'answer', delta: best };
    return best;
  }
  const writing = asker.write(name, prompt, options);
  for (;;) {
    const { done, value } = await writing.next();
    if (!done) {
      yield { port: 'answer', delta: value };
      continue;
    }
    if (value.trim() === '') throw new Problem('reasoning-nothing-found', { answers: asker.budget.spent.calls });
    return value;
  }
}
