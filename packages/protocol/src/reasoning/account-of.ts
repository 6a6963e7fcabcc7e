import type { Bound, ReadReasoningItem } from '@jacquard/flow';
import type { Insides } from './read-insides.ts';

/** What a step may use of models, and what it has used. */
export interface Account {
  readonly bound: Bound | undefined;
  /** As the step says in the end; before, as far as its calls have ended. */
  readonly calls: number;
  readonly tokens: number;
  /** Why it came to its end; undefined while it goes on. */
  readonly stop: ReadReasoningItem<'stop'> | undefined;
}

/** What a step has told of its bound; undefined where it told nothing. */
export function accountOf({ items, calls }: Insides): Account | undefined {
  let bound: Bound | undefined;
  let stop: ReadReasoningItem<'stop'> | undefined;
  for (const { form, data } of items) {
    if (form === 'bound') bound = data;
    else if (form === 'stop') stop = data;
  }
  if (!bound && !stop) return undefined;
  if (stop) return { bound, stop, calls: stop.calls, tokens: stop.tokens };
  let [answers, tokens] = [0, 0];
  for (const { data } of calls) {
    if (typeof data !== 'object' || data === null) continue;
    if ('answers' in data && Array.isArray(data['answers'])) answers += Math.max(1, data['answers'].length);
    if ('outputTokens' in data && typeof data['outputTokens'] === 'number') tokens += data['outputTokens'];
  }
  return { bound, stop, calls: answers, tokens };
}
