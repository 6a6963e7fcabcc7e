import type { EnvironmentSecret } from './configuration.ts';
import type { SecretStore, SecretSummary, Space } from '@jacquard/stores';
import { Problem } from '@jacquard/flow';

/** The secrets of a space: the environment's first, then the store's. Texts leave it through `reveal` alone. */
export class SecretBook {
  readonly #environment: ReadonlyMap<string, EnvironmentSecret>;
  readonly #store: SecretStore;
  readonly #space: Space;
  #names = new Set<string>();

  constructor(environment: ReadonlyMap<string, EnvironmentSecret>, store: SecretStore, space: Space) {
    this.#environment = environment;
    this.#store = store;
    this.#space = space;
  }

  /** Reads which secrets there are; once, before the book is used. */
  async open(): Promise<this> {
    await this.#refresh();
    return this;
  }

  /** Names that `{secret}` may hold. */
  names(): ReadonlySet<string> {
    return this.#names;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** For the guarded client alone. */
  async reveal(name: string): Promise<EnvironmentSecret | undefined> {
    return this.#environment.get(name) ?? this.#store.reveal(this.#space, name);
  }

  /** All of them, for taking their texts out of what leaves; never to be shown or sent. */
  async texts(): Promise<readonly { readonly name: string; readonly text: string }[]> {
    const revealed = await Promise.all(
      [...this.#names].map(async (name) => ({ name, text: (await this.reveal(name))?.text })),
    );
    return revealed.flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text }]));
  }

  /** Names, origins and times; never a text. Those of the environment have time 0 and can't be changed here. */
  async list(): Promise<readonly SecretSummary[]> {
    const ofEnvironment = [...this.#environment].map(([name, { origins }]) => ({ name, origins, updatedAt: 0 }));
    const stored = await this.#store.list(this.#space);
    return [...ofEnvironment, ...stored.filter(({ name }) => !this.#environment.has(name))];
  }

  /** Throws `secret-of-environment` for a name that the environment holds. */
  async set(name: string, text: string, origins: readonly string[]): Promise<void> {
    this.#refuseEnvironment(name);
    await this.#store.set(this.#space, name, text, origins);
    await this.#refresh();
  }

  async delete(name: string): Promise<void> {
    this.#refuseEnvironment(name);
    if (!this.#names.has(name)) throw new Problem('secret-not-found', { name });
    await this.#store.delete(this.#space, name);
    await this.#refresh();
  }

  #refuseEnvironment(name: string): void {
    if (this.#environment.has(name)) throw new Problem('secret-of-environment', { name });
  }

  async #refresh(): Promise<void> {
    const stored = await this.#store.list(this.#space);
    this.#names = new Set([...this.#environment.keys(), ...stored.map(({ name }) => name)]);
  }
}
