import type { TurnLane, TurnOwner, TurnScheduler } from '../turns/turn-scheduler.ts';

/** For whom texts are worked on, and how. */
export interface TextWork {
  readonly scheduler: TurnScheduler;
  readonly owner: TurnOwner;
  readonly signal: AbortSignal;
  /** How many are worked on at once, and what each takes. */
  readonly lanes: readonly TurnLane[];
}

/** Characters of a text that take as long as a token of an answer, roughly. */
const charactersOfToken = 12;

/** Does something with each text, side by side, each in its turn; results are in order. */
export async function eachText<T>(
  { scheduler, owner, signal, lanes }: TextWork,
  texts: readonly string[],
  work: (text: string) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  const waiting = texts.entries();
  const follow = async (lane: TurnLane): Promise<void> => {
    for (const [index, text] of waiting) {
      signal.throwIfAborted();
      const cost = 1 + text.length / charactersOfToken;
      results[index] = await scheduler.take({ owner, lane, kind: 'text', cost }, signal, () => work(text));
    }
  };
  await Promise.all(lanes.map(follow));
  return results;
}
