import { trace } from '@jacquard/node-kit';
import type { Asker } from '../open-asker.ts';
import { createChainOfLines, type ChainOfLines } from './chain-of-lines.ts';

type Thought = ReturnType<typeof trace<'thought'>>;
type ReasoningDelta = { readonly port: 'reasoning'; readonly delta: string };

/** What was written, and the thoughts that it was told as. */
export interface Reasoned {
  readonly text: string;
  readonly chain: ChainOfLines;
}

/** Has the model reason: the text streams to the port `reasoning`, its lines are thoughts of a chain. */
export async function* reasonFirst(
  asker: Asker,
  prompt: string,
  { stop }: { readonly stop?: readonly string[] } = {},
): AsyncGenerator<ReasoningDelta | Thought, Reasoned, void> {
  const chain = createChainOfLines('reasoning');
  const writing = asker.write('reasoning', prompt, { stop });
  for (;;) {
    const { done, value } = await writing.next();
    if (done) {
      yield* chain.end();
      return { text: value, chain };
    }
    yield { port: 'reasoning', delta: value };
    yield* chain.add(value);
  }
}

/** The answer as the thought that ends a chain. */
export function answerThought({ last }: ChainOfLines, text: string, call: string): Thought {
  return trace('thought', {
    id: 'answer',
    parents: [...last.parents],
    depth: last.depth + 1,
    text,
    from: { call },
  });
}
