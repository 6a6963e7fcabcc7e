import { Problem, type ModelWait } from '@jacquard/flow';
import type { ControlledEvaluateInputItem, Token } from 'node-llama-cpp';
import { prepareSlot } from '../prefixes/prepare-slot.ts';
import { asGiven } from '../drawing/as-given.ts';
import type { PlaceLogits } from '../drawing/log-probability.ts';
import type { LoadedModel } from '../loaded-model.ts';
import { advance, type Slot } from '../sequences/slot.ts';
import type { Turn, TurnOwner, TurnScheduler } from '../turns/turn-scheduler.ts';

/** For whom something is done on a slot, and how. */
export interface SlotWork {
  readonly loaded: LoadedModel;
  readonly scheduler: TurnScheduler;
  readonly owner: TurnOwner;
  readonly signal: AbortSignal;
  /** Hears what the work waits for. */
  tell(wait: ModelWait): void;
}

/** Tokens of a prompt that are read before answers go on: somebody's long document stops nobody's answer. */
const readAtOnce = 1024;
/** What a token of a prompt takes beside one of an answer: prompts are read many tokens at once. */
const promptCost = 0.3;

/**
 * Lends a slot that has read all of a prompt but its last token, from which an answer, or a look at what may come next, begins.
 * Throws `model-context-full` when no context holds them.
 *
 * @param tokens - what prompt and answer may come to
 */
export async function withPrompt<T>(
  work: SlotWork,
  prompt: readonly Token[],
  tokens: number,
  use: (slot: Slot, last: Token) => Promise<T>,
): Promise<T> {
  const { loaded, owner, signal, tell } = work;
  const before = prompt.slice(0, -1);
  const last = prompt.at(-1);
  if (last === undefined) throw new Error('a prompt has a token at least');
  const { contextTokens } = loaded;
  const fits = contextTokens - (tokens - prompt.length);
  if (prompt.length > fits)
    throw new Problem('model-context-full', { promptTokens: prompt.length, fits, contextTokens });
  const onPlace = (ahead: number, seconds: number | undefined): void =>
    tell({ for: 'turn', before: ahead, ...(seconds !== undefined && { seconds }) });
  const slot = await loaded.pool.enter({ ...owner, prompt: before, tokens, onPlace }, signal);
  try {
    await prepareSlot(slot, before, loaded.prefixes, signal);
    await readPrompt(work, slot, (read) => tell({ for: 'prompt', done: read, total: prompt.length }));
    return await use(slot, last);
  } catch (error) {
    if (!signal.aborted) advance(slot, 0); // whatever went wrong, its state is of no more use
    throw error;
  } finally {
    loaded.pool.leave(slot);
  }
}

/** Reads what is left of the slot's prompt, block by block: always the same ones, since the text of a seed depends on them. */
async function readPrompt(work: SlotWork, slot: Slot, onRead: (tokens: number) => void): Promise<void> {
  const { blockTokens } = work.loaded;
  const { prompt, sequence } = slot;
  const begun = slot.read;
  onRead(slot.read);
  while (slot.read < prompt.length) {
    const end = Math.min(slot.read - (slot.read % blockTokens) + blockTokens, prompt.length);
    const block = prompt.slice(slot.read, end);
    const isLong = slot.read - begun >= readAtOnce;
    const read = (): Promise<void> => sequence.evaluateWithoutGeneratingNewTokens([...block]);
    await takeTurn(work, slot, { kind: 'prompt', tokens: block.length, isLong }, read);
    advance(slot, end);
    work.signal.throwIfAborted();
    onRead(end);
  }
}

/** Does a piece of work on a slot when its turn has come. */
export function takeTurn<T>(
  { scheduler, owner, signal, loaded }: SlotWork,
  { lane }: Slot,
  { kind, tokens, isLong }: Pick<Turn, 'kind' | 'isLong'> & { readonly tokens: number },
  work: () => Promise<T>,
): Promise<T> {
  loaded.speed.count(kind, tokens);
  const cost = kind === 'answer' ? tokens : tokens * promptCost;
  return scheduler.take({ owner, lane, kind, cost, isLong }, signal, work);
}

/**
 * Reads tokens on a slot and tells of each place what may come after it, as the model gives it: before temperature, cuts and
 * penalties. `wanted[i]` are the tokens whose logits are told behind token i, beside the `top` likeliest.
 */
export async function readPlaces(
  work: SlotWork,
  slot: Slot,
  tokens: readonly Token[],
  wanted: readonly (readonly Token[])[],
  top = 1,
): Promise<PlaceLogits[]> {
  if (tokens.length === 0) return [];
  const input = tokens.map((token, index): ControlledEvaluateInputItem => {
    const filter = { tokens: wanted[index] ?? [], includeTop: Math.max(1, top) };
    return [token, { generateNext: { logits: { filter }, totalLogitWeight: true, options: asGiven } }];
  });
  const places = await takeTurn(work, slot, { kind: 'prompt', tokens: tokens.length }, () =>
    slot.sequence.controlledEvaluate(input),
  );
  return places.map((place) => {
    const logits: ReadonlyMap<number, number> = place?.next.logits ?? new Map<number, number>();
    return { logits, totalWeight: place?.next.totalLogitWeight ?? 1, largest: Math.max(...logits.values()) };
  });
}
