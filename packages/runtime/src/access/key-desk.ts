import { Problem } from '@jacquard/flow';
import { keyActionSchema, type CreateKey, type Key } from '@jacquard/protocol';
import type { KeyStore, Space, StoredKey } from '@jacquard/stores';
import type { KeyLedger } from './key-ledger.ts';
import type { KeyAction, KeyPrincipal } from './principal.ts';
import { newToken, randomLetters, tokenHash } from './token-hash.ts';

/** What keys of the environment may do: call, use the models, read the counters. They see no document and change nothing. */
const actionsOfEnvironment: readonly KeyAction[] = ['call', 'models', 'metrics'];
/** Its last use is written down once a minute at most. */
const useInterval = 60_000;
/** Shorter ones can be guessed. */
const shortest = 16;
const mostKeys = 1_000;

export interface KeySources {
  readonly space: Space;
  readonly store: KeyStore;
  readonly ledger: KeyLedger;
  /** The texts of `JACQUARD_API_KEYS`. */
  readonly ofEnvironment: readonly string[];
  readonly now: () => number;
  /** A key has ended, and what hangs on it must, too. */
  ended(id: string): void;
}

/** Keys of programs: made here and shown once, or given by the environment. */
export class KeyDesk {
  readonly #sources: KeySources;
  /** A key that hasn't changed is the same object each time, and shown with each request. */
  readonly #principals = new WeakMap<StoredKey, KeyPrincipal>();
  readonly #ofEnvironment = new Map<string, { readonly key: StoredKey; lastUsedAt: number | undefined }>();

  /** Throws `api-key-too-short` for one of the environment that could be guessed. */
  constructor(sources: KeySources) {
    this.#sources = sources;
    for (const [index, text] of sources.ofEnvironment.entries()) {
      if (text.length < shortest) throw new Problem('api-key-too-short', { shortest }, { kind: 'operational' });
      const hash = tokenHash(text);
      // By its text, not its place: the runs of a key stay its own when another one comes before it.
      const id = `env-${hash.slice(0, 12)}`;
      const name = `JACQUARD_API_KEYS ${index + 1}`;
      const key: StoredKey = { id, name, actions: actionsOfEnvironment, flows: 'all', limits: {}, createdAt: 0 };
      this.#ofEnvironment.set(hash, { key, lastUsedAt: undefined });
    }
  }

  get hasKeysOfEnvironment(): boolean {
    return this.#ofEnvironment.size > 0;
  }

  /** Whether there is a key that wasn't revoked. */
  async hasAny(): Promise<boolean> {
    const { store, space } = this.#sources;
    return this.hasKeysOfEnvironment || (await store.list(space)).some(({ revokedAt }) => revokedAt === undefined);
  }

  /** Makes a key. Its text is told this once, and kept nowhere. Throws `too-many-keys`. */
  async make({ name, actions, flows, expiresAt, limits = {} }: CreateKey): Promise<{ key: Key; text: string }> {
    const { space, store, now } = this.#sources;
    if ((await store.list(space)).length >= mostKeys) throw new Problem('too-many-keys', { most: mostKeys });
    const id = randomLetters(8);
    const text = `jq_${id}_${newToken()}`;
    const key: StoredKey = { id, name, actions: [...new Set(actions)], flows, limits, createdAt: now(), expiresAt };
    await store.add(space, tokenHash(text), key);
    return { key: await this.#view(key), text };
  }

  /** Whether a text could be a key: one that was made here, or of the environment. */
  isOfForm(text: string): boolean {
    return text.startsWith('jq_') || this.#ofEnvironment.has(tokenHash(text));
  }

  /** Who shows a key. Throws `key-unknown` for one that there isn't, or not any more. */
  async find(text: string): Promise<KeyPrincipal> {
    const { space, store, now } = this.#sources;
    const hash = tokenHash(text);
    const given = this.#ofEnvironment.get(hash);
    const key = given?.key ?? (await store.find(space, hash));
    if (key === undefined || !this.#isAlive(key)) throw new Problem('key-unknown');
    if (given !== undefined) given.lastUsedAt = now();
    else if (now() - (key.lastUsedAt ?? 0) >= useInterval) await store.use(space, key.id, now());
    return this.#principalOf(key);
  }

  #principalOf(key: StoredKey): KeyPrincipal {
    const { id, name, flows, limits } = key;
    const known = this.#principals.get(key) ?? { kind: 'key', id, name, actions: actionsOf(key), flows, limits };
    this.#principals.set(key, known);
    return known;
  }

  async isAlive(id: string): Promise<boolean> {
    const key = await this.#get(id);
    return key !== undefined && this.#isAlive(key);
  }

  async list(): Promise<readonly Key[]> {
    const stored = await this.#sources.store.list(this.#sources.space);
    const given = [...this.#ofEnvironment.values()].map(({ key, lastUsedAt }) => ({ ...key, lastUsedAt }));
    return Promise.all([...given, ...stored].map((key) => this.#view(key)));
  }

  /** Throws `key-not-found`. */
  async get(id: string): Promise<Key> {
    const key = await this.#get(id);
    if (key === undefined) throw new Problem('key-not-found', { id });
    return this.#view(key);
  }

  /** Throws `key-not-found`, `key-of-environment`. */
  async revoke(id: string): Promise<void> {
    const { space, store, now, ended } = this.#sources;
    if (isOfEnvironment(id)) throw new Problem('key-of-environment');
    if (!(await store.revoke(space, id, now())) && (await store.get(space, id)) === undefined)
      throw new Problem('key-not-found', { id });
    ended(id);
  }

  async #get(id: string): Promise<StoredKey | undefined> {
    const given = [...this.#ofEnvironment.values()].find(({ key }) => key.id === id);
    if (given !== undefined) return { ...given.key, lastUsedAt: given.lastUsedAt };
    return this.#sources.store.get(this.#sources.space, id);
  }

  #isAlive({ revokedAt, expiresAt }: StoredKey): boolean {
    return revokedAt === undefined && (expiresAt === undefined || expiresAt > this.#sources.now());
  }

  async #view(key: StoredKey): Promise<Key> {
    const { used, left, period } = await this.#sources.ledger.left(key.id, key.limits);
    return {
      ...key,
      actions: actionsOf(key),
      flows: listOf(key.flows),
      isOfEnvironment: isOfEnvironment(key.id),
      used,
      left,
      resetsAt: period.ends,
    };
  }
}

/** Ids of keys that are made here hold no hyphen. */
function isOfEnvironment(id: string): boolean {
  return id.startsWith('env-');
}

/** What an older or newer program wrote and this one doesn't know allows nothing. */
function actionsOf({ actions }: StoredKey): KeyAction[] {
  return actions.flatMap((action) => keyActionSchema.safeParse(action).data ?? []);
}

function listOf(flows: StoredKey['flows']): Key['flows'] {
  return flows === 'all' ? 'all' : [...flows];
}
