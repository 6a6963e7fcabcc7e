import type { LoginStore, Space, StoredLogin } from '@jacquard/stores';
import { newToken, randomLetters, tokenHash } from './token-hash.ts';

const day = 86_400_000;
/** A sign-in ends after 30 days, and after 7 without use. */
const lifetime = 30 * day;
const idleTime = 7 * day;
/** Its last use is written down once a minute at most. */
const useInterval = 60_000;
/** Browsers that may be signed in; the one unused longest goes first. */
const most = 100;

export interface LoginSources {
  readonly space: Space;
  readonly store: LoginStore;
  readonly now: () => number;
  /** A sign-in has ended, and what hangs on it must, too. */
  ended(id: string): void;
}

/** Sign-ins: made by the password, shown by a cookie, ended by the operator or by time. */
export class LoginDesk {
  readonly #sources: LoginSources;

  constructor(sources: LoginSources) {
    this.#sources = sources;
  }

  /** Signs a browser in. The token is told this once. */
  async add(
    address: string,
    agent: string,
  ): Promise<{ readonly token: string; readonly id: string; readonly lifetime: number }> {
    const { space, store, now } = this.#sources;
    const token = newToken();
    const id = randomLetters(12);
    const at = now();
    await store.deleteExpired(space, at);
    for (const old of (await store.list(space)).slice(most - 1)) await this.end(old.id);
    const login = { id, createdAt: at, lastUsedAt: at, expiresAt: at + lifetime, address, agent: agent.slice(0, 300) };
    await store.add(space, tokenHash(token), login);
    return { token, id, lifetime };
  }

  /** The sign-in of a token, which it counts as used. */
  async find(token: string): Promise<StoredLogin | undefined> {
    const { space, store, now } = this.#sources;
    const login = await store.find(space, tokenHash(token));
    if (login === undefined || !this.#isAlive(login)) return undefined;
    if (now() - login.lastUsedAt >= useInterval) await store.use(space, login.id, now());
    return login;
  }

  async isAlive(id: string): Promise<boolean> {
    const login = await this.#sources.store.get(this.#sources.space, id);
    return login !== undefined && this.#isAlive(login);
  }

  async list(): Promise<readonly StoredLogin[]> {
    const { space, store } = this.#sources;
    return (await store.list(space)).filter((login) => this.#isAlive(login));
  }

  /** False when there is none of that id. */
  async end(id: string): Promise<boolean> {
    const was = await this.#sources.store.delete(this.#sources.space, id);
    this.#sources.ended(id);
    return was;
  }

  /** Signs out everywhere, but for the sign-in `except`. */
  async endAll(except?: string): Promise<void> {
    const { space, store, ended } = this.#sources;
    if (except === undefined) return (await store.deleteAll(space)).forEach(ended);
    for (const { id } of await store.list(space)) if (id !== except) await this.end(id);
  }

  #isAlive({ expiresAt, lastUsedAt }: StoredLogin): boolean {
    const at = this.#sources.now();
    return expiresAt > at && lastUsedAt + idleTime > at;
  }
}
