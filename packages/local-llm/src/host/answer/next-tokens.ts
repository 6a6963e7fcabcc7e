import { rankLogits } from '@jacquard/flow';
import type { Token } from 'node-llama-cpp';
import { asGiven } from '../drawing/as-given.ts';
import type { HostReplyOf } from '../host-reply.ts';
import { takeTurn, withPrompt, type SlotWork } from './slot-work.ts';

/** What may come behind a prompt, as the model gives it: the likeliest tokens by name, and the logits of all. */
export async function nextTokens(
  work: SlotWork,
  prompt: readonly Token[],
  top: number,
): Promise<Pick<HostReplyOf<'next-result'>, 'inputTokens' | 'tokens' | 'logits'>> {
  return withPrompt(work, prompt, prompt.length, async (slot, last) => {
    const [place] = await takeTurn(work, slot, { kind: 'prompt', tokens: 1 }, () =>
      slot.sequence.controlledEvaluate([[last, { generateNext: { logits: true, options: asGiven } }]]),
    );
    const found: ReadonlyMap<Token, number> = place?.next.logits ?? new Map<Token, number>();
    const logits = new Float32Array(found.size);
    for (const [token, logit] of found) logits[token] = logit;
    const { ids } = rankLogits(logits);
    return {
      inputTokens: prompt.length,
      tokens: [...ids.subarray(0, top)].map((id) => ({
        ...work.loaded.nameOf(id as Token), // boundary: an id of the vocabulary is a token
        logit: logits[id] ?? 0,
      })),
      logits: Buffer.from(logits.buffer).toString('base64'),
    };
  });
}
