import { Problem } from '@jacquard/flow';
import type { AccessStore, Space } from '@jacquard/stores';
import { hashPassword, verifyPassword } from './password-hash.ts';

export interface PasswordSources {
  readonly space: Space;
  readonly store: AccessStore;
  /** The environment's: goes before the one that was set here. */
  readonly ofEnvironment: string | undefined;
  readonly now: () => number;
}

/** The operator's password: the environment's, else the one that was set here. */
export class PasswordDesk {
  readonly #sources: PasswordSources;
  #hash: string | undefined;

  constructor(sources: PasswordSources) {
    this.#sources = sources;
  }

  get isOfEnvironment(): boolean {
    return this.#sources.ofEnvironment !== undefined;
  }

  get isSet(): boolean {
    return this.isOfEnvironment || this.#hash !== undefined;
  }

  /** Reads what there is. True when it isn't the password that sign-ins were made by: they must end. */
  async open(): Promise<boolean> {
    const { space, store, ofEnvironment, now } = this.#sources;
    const [given, stored] = [await store.password(space, 'environment'), await store.password(space, 'stored')];
    if (ofEnvironment === undefined) {
      this.#hash = stored?.hash;
      await store.deletePassword(space, 'environment');
      return given !== undefined;
    }
    const isSame = given !== undefined && (await verifyPassword(ofEnvironment, given.hash));
    this.#hash = isSame ? given.hash : await hashPassword(ofEnvironment);
    if (!isSame) await store.setPassword(space, { source: 'environment', hash: this.#hash, changedAt: now() });
    return !isSame;
  }

  /** Takes the same time whatever is wrong. */
  verify(password: string): Promise<boolean> {
    return verifyPassword(password, this.#hash);
  }

  /**
   * Sets the first password, or another one for whoever knows the old one. Throws `password-of-environment`, `password-exists`
   * (without `old`), `password-wrong`.
   */
  async set(password: string, old: string | undefined): Promise<void> {
    if (this.isOfEnvironment) throw new Problem('password-of-environment');
    const before = this.#hash;
    if (before !== undefined && old === undefined) throw new Problem('password-exists');
    if (before !== undefined && !(await this.verify(old ?? ''))) throw new Problem('password-wrong');
    const hash = await hashPassword(password);
    // Two who set it at once: the second one didn't know of the first one's.
    if (this.#hash !== before) throw new Problem('password-exists');
    this.#hash = hash;
    const { space, store, now } = this.#sources;
    await store.setPassword(space, { source: 'stored', hash, changedAt: now() });
  }
}
