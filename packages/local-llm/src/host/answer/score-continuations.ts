import { Problem } from '@jacquard/flow';
import type { Token } from 'node-llama-cpp';
import { logProbability } from '../drawing/log-probability.ts';
import { cutBack } from '../sequences/slot.ts';
import { readPlaces, withPrompt, type SlotWork } from './slot-work.ts';

/**
 * The log-probability of each continuation behind a prompt: the sum over its tokens. The prompt is read once; nothing is
 * generated. Throws `model-continuation-empty` for one without a token.
 */
export async function scoreContinuations(
  work: SlotWork,
  prompt: readonly Token[],
  continuations: readonly string[],
): Promise<number[]> {
  const tokenised = continuations.map((text) => work.loaded.tokenizeText(text));
  if (tokenised.some((tokens) => tokens.length === 0)) throw new Problem('model-continuation-empty', {});
  const longest = Math.max(...tokenised.map((tokens) => tokens.length));
  return withPrompt(work, prompt, prompt.length + longest, async (slot, last) => {
    // What may come first is the same place for all.
    const firsts = tokenised.flatMap((tokens) => tokens.slice(0, 1));
    const [first] = await readPlaces(work, slot, [last], [firsts]);
    const scores: number[] = [];
    for (const tokens of tokenised) {
      const read = tokens.slice(0, -1);
      await cutBack(slot, prompt.length);
      const rest = await readPlaces(
        work,
        slot,
        read,
        tokens.slice(1).map((token) => [token]),
      );
      work.signal.throwIfAborted();
      const places = [...(first ? [first] : []), ...rest];
      scores.push(places.reduce((sum, place, index) => sum + logProbability(tokens[index] ?? -1, place), 0));
    }
    return scores;
  });
}
