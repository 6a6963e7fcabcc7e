import type { Token } from 'node-llama-cpp';
import type { HostReplyOf } from '../host-reply.ts';
import { takeTurn, withPrompt, type SlotWork } from './slot-work.ts';

/** What may come behind a prompt, as the model gives it: the likeliest tokens by name, and the logits of all. */
export async function nextTokens(
  work: SlotWork,
  prompt: readonly Token[],
  top: number,
): Promise<Pick<HostReplyOf<'next-result'>, 'inputTokens' | 'tokens' | 'logits'>> {
  return withPrompt(work, prompt, prompt.length, async (slot, last) => {
    const options = { temperature: 1, topK: 0, topP: 1, minP: 0 };
    const [place] = await takeTurn(work, slot, 'prompt', 1, () =>
      slot.sequence.controlledEvaluate([[last, { generateNext: { logits: true, options } }]]),
    );
    const found: ReadonlyMap<Token, number> = place?.next.logits ?? new Map<Token, number>();
    const logits = new Float32Array(found.size);
    for (const [token, logit] of found) logits[token] = logit;
    const likely = [...found].sort(([, one], [, other]) => other - one).slice(0, top);
    return {
      inputTokens: prompt.length,
      tokens: likely.map(([token, logit]) => ({ ...work.loaded.nameOf(token), logit })),
      logits: Buffer.from(logits.buffer).toString('base64'),
    };
  });
}
