import type { LlamaContextSequence, Token } from 'node-llama-cpp';
import type { TurnLane } from '../turns/turn-scheduler.ts';
import { abortable } from '../abortable.ts';

/** What of the engine's sequences is used. */
export type EngineSequence = Pick<
  LlamaContextSequence,
  | 'nextTokenIndex'
  | 'evaluate'
  | 'evaluateWithoutGeneratingNewTokens'
  | 'controlledEvaluate'
  | 'eraseContextTokenRanges'
  | 'clearHistory'
  | 'saveStateToFile'
  | 'loadStateFromFile'
>;

/** A context of the engine: it does one thing at a time, for any of its sequences, or a token for each. */
export interface Lane extends TurnLane {
  /** Tokens that each of its sequences holds. */
  readonly contextTokens: number;
  readonly slots: readonly Slot[];
  close(): Promise<void>;
}

/** A place for one request in a lane, and the prompt whose evaluated state it holds. */
export interface Slot {
  readonly lane: Lane;
  readonly sequence: EngineSequence;
  /** What it reads or has read: a prompt without its last token, which belongs to the answer. */
  prompt: readonly Token[];
  /** How many tokens of `prompt` are evaluated. */
  read: number;
  isBusy: boolean;
  /** When it was last given back; for least-recent use. */
  usedAt: number;
  /** How many tokens of its state were of use to another prompt: worth keeping on disk before they are written over. */
  useful: number;
  /** When its prompt was announced, counted through all slots. */
  turn: number;
  /** Those who wait until so many tokens are evaluated, or it is given up. */
  readonly watchers: Set<SlotWatcher>;
}

interface SlotWatcher {
  readonly prompt: readonly Token[];
  readonly tokens: number;
  readonly wake: () => void;
}

/** Makes an empty one. */
export function createSlot(lane: Lane, sequence: EngineSequence): Slot {
  return { lane, sequence, prompt: [], read: 0, isBusy: false, usedAt: 0, useful: 0, turn: 0, watchers: new Set() };
}

let turns = 0;

/** Says which prompt it will hold, of which it holds so much already: others with the same beginning wait for it here. */
export function announce(slot: Slot, prompt: readonly Token[], own: number): void {
  slot.useful = own;
  slot.prompt = prompt;
  slot.turn = turns += 1;
  advance(slot, 0);
}

/** Says how far its prompt is evaluated, to those who wait for it. */
export function advance(slot: Slot, read: number): void {
  slot.read = read;
  for (const watcher of slot.watchers) {
    if (watcher.tokens > read && slot.isBusy && watcher.prompt === slot.prompt) continue;
    slot.watchers.delete(watcher);
    watcher.wake();
  }
}

/** Resolves when so many tokens are evaluated there, or never will be. Rejects with the signal's reason. */
export async function untilRead(slot: Slot, tokens: number, signal: AbortSignal): Promise<void> {
  if (slot.read >= tokens || !slot.isBusy) return;
  const waiting = abortable<void>(signal, () => slot.watchers.delete(watcher));
  const watcher: SlotWatcher = { prompt: slot.prompt, tokens, wake: waiting.resolve };
  slot.watchers.add(watcher);
  await waiting.promise;
}

/** Leaves the first tokens of what its sequence holds. */
export async function cutBack({ sequence }: Slot, tokens: number): Promise<void> {
  if (tokens === 0) await sequence.clearHistory();
  else if (sequence.nextTokenIndex > tokens)
    await sequence.eraseContextTokenRanges([{ start: tokens, end: sequence.nextTokenIndex }]);
}
