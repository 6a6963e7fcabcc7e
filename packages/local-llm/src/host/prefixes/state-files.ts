import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { sharedTokens } from './shared-tokens.ts';
import { readStates, removeState, writeState, type StateRecord } from './state-folder.ts';

/** An evaluated state on disk, and the tokens that it is of. It may hold more behind them, which whoever loads it cuts off. */
export interface SavedState {
  readonly path: string;
  readonly tokens: readonly number[];
}

/** Evaluated states on disk, within a bound: the least recently used go first. */
export interface StateFiles {
  /** The one that holds most of a prompt's beginning, of the states that were saved under the same key. */
  find(
    key: string,
    prompt: readonly number[],
  ): Promise<{ readonly state: SavedState; readonly shared: number } | undefined>;
  /**
   * Keeps what `write` puts at the path that it is given; asked twice for the same, it is written once. Undefined when it
   * can't be kept: a full disk, say. A state is a convenience, never a reason to fail.
   */
  save(
    key: string,
    tokens: readonly number[],
    write: (path: string) => Promise<unknown>,
  ): Promise<SavedState | undefined>;
  /** Takes out one that turned out to be unusable. */
  forget(state: SavedState): Promise<void>;
}

interface Kept extends StateRecord {
  usedAt: number;
}

/** See {@link StateFiles}. What an earlier process left in the folder is found again. */
export function createStateFiles(folder: string, mostBytes: number, blockTokens: number): StateFiles {
  const kept = new Map<string, Kept>();
  const saving = new Map<string, Promise<SavedState | undefined>>();
  let uses = 0;
  let opened: Promise<void> | undefined;
  const keep = (state: StateRecord): void => void kept.set(state.path, { ...state, usedAt: (uses += 1) });
  const open = async (): Promise<void> => (await readStates(folder)).forEach(keep);
  const remove = async ({ path }: SavedState): Promise<void> => {
    kept.delete(path);
    await removeState(path);
  };
  const makeRoom = async (): Promise<void> => {
    const oldest = [...kept.values()].sort((one, other) => one.usedAt - other.usedAt);
    let total = oldest.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const state of oldest.slice(0, -1)) {
      if (total <= mostBytes) return;
      total -= state.bytes;
      await remove(state);
    }
  };

  return {
    async find(key, prompt) {
      await (opened ??= open());
      let best: { state: Kept; shared: number } | undefined;
      for (const state of kept.values()) {
        if (state.key !== key) continue;
        const shared = sharedTokens(state.tokens, prompt, blockTokens);
        if (shared > (best?.shared ?? 0)) best = { state, shared };
      }
      if (best) best.state.usedAt = uses += 1;
      return best;
    },
    async save(key, tokens, write) {
      await (opened ??= open());
      const path = join(folder, `${nameOf(key, tokens)}.state`);
      const known = kept.get(path) ?? saving.get(path);
      if (known) return known;
      const written = writeState({ path, key, tokens }, write).then(async (state) => {
        if (state) keep(state);
        await makeRoom();
        return state;
      });
      saving.set(path, written);
      return written.finally(() => saving.delete(path));
    },
    forget: remove,
  };
}

function nameOf(key: string, tokens: readonly number[]): string {
  return createHash('sha256')
    .update(key)
    .update(Buffer.from(Uint32Array.from(tokens).buffer))
    .digest('hex')
    .slice(0, 32);
}
