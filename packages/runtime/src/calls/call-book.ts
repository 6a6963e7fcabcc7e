import { hash } from 'node:crypto';
import { canonicalJson, Problem, type JsonValue } from '@jacquard/flow';
import type { CallKey, CallKeyStore, Space } from '@jacquard/stores';
import type { RunHandle } from '../run-service.ts';

/** Milliseconds that a key is known: a day. */
const keyTime = 86_400_000;

/** A key that a caller chose for one call, and what that call asks. */
export interface AskedKey {
  /** See `callerOf`. */
  readonly caller: string | undefined;
  readonly key: string;
  readonly fingerprint: string;
}

/** The run of a call. `handle` stands where it was started just now; an earlier call with the key started it otherwise. */
export interface KnownCall {
  readonly runId: string;
  readonly handle: RunHandle | undefined;
}

/** What a call asks, as a hash: equal for equal calls, however their members are ordered. */
export function fingerprintOf(asked: JsonValue): string {
  return hash('sha256', canonicalJson(asked));
}

/**
 * Calls that are known again by a key of their caller's (the draft of the IETF for `Idempotency-Key`): the same call with the same key has
 * the same run, also while that goes on, and after this process has died.
 */
export class CallBook {
  readonly #keys: CallKeyStore;
  readonly #space: Space;
  readonly #starting = new Map<string, Promise<unknown>>();

  constructor(keys: CallKeyStore, space: Space) {
    this.#keys = keys;
    this.#space = space;
  }

  /**
   * Starts a run unless the key has one. `start` hands the key to `RunService.start`, which writes it down with the run's row, before
   * anything runs. Throws `idempotency-key-reused` where the key was another call's, and what `start` throws; then the key is free.
   */
  async startOnce(asked: AskedKey, start: (key: CallKey) => Promise<RunHandle>): Promise<KnownCall> {
    const place = JSON.stringify([asked.caller ?? '', asked.key]);
    for (;;) {
      await this.#starting.get(place)?.catch(() => undefined);
      const known = await this.#find(asked);
      if (known?.runId !== undefined) return { runId: known.runId, handle: undefined };
      if (this.#starting.has(place)) continue;
      const starting = start(freshKey(asked));
      this.#starting.set(place, starting);
      try {
        const handle = await starting;
        return { runId: handle.runId, handle };
      } catch (error) {
        if (!(Problem.is(error) && error.code === 'call-key-taken')) throw error; // taken: another process was faster
      } finally {
        this.#starting.delete(place);
      }
    }
  }

  /** Notes a key for a call of many runs. Throws `idempotency-key-reused`. */
  async claim(asked: AskedKey): Promise<void> {
    const { caller = '', key } = asked;
    const { fingerprint } = await this.#keys.claim(this.#space, caller, freshKey(asked), Date.now());
    if (fingerprint !== asked.fingerprint) throw reused(key);
  }

  async #find({ caller = '', key, fingerprint }: AskedKey) {
    const known = await this.#keys.find(this.#space, caller, key, Date.now());
    if (known !== undefined && known.fingerprint !== fingerprint) throw reused(key);
    return known;
  }
}

function freshKey({ key, fingerprint }: AskedKey): CallKey {
  return { key, fingerprint, expiresAt: Date.now() + keyTime };
}

function reused(key: string): Problem {
  return new Problem('idempotency-key-reused', { key });
}
