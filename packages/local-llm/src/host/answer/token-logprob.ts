import type { Token } from 'node-llama-cpp';
import { likeliest, logProbability } from '../drawing/log-probability.ts';
import type { HostReplyOf } from '../host-reply.ts';
import { cutBack, type Slot } from '../sequences/slot.ts';
import { readPlaces, type SlotWork } from './slot-work.ts';

type TokenLogprob = NonNullable<HostReplyOf<'piece'>['logprobs']>[number];

/**
 * The log-probability of a token that was drawn behind `before`, the last that the slot has read. The engine tells it only of what
 * is left after cuts and temperature, so `before` is read once more without them: an answer with log-probabilities takes about
 * twice the time. What is drawn next stays the same.
 */
export async function tokenLogprob(
  work: SlotWork,
  slot: Slot,
  before: Token,
  token: Token,
  top: number,
): Promise<TokenLogprob> {
  await cutBack(slot, slot.sequence.nextTokenIndex - 1);
  const [place] = await readPlaces(work, slot, [before], [[token]], top);
  if (!place) throw new Error('the engine told nothing of a place');
  const name = (one: number): string => work.loaded.nameOf(one as Token).text; // boundary: ids that the engine told
  const logprob = logProbability(token, place);
  if (top === 0) return { token: name(token), logprob };
  const others = likeliest(place, top).map((one) => ({ token: name(one), logprob: logProbability(one, place) }));
  return { token: name(token), logprob, top: others };
}
