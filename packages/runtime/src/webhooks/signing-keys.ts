import { createHmac, randomBytes } from 'node:crypto';
import type { PreferenceStore, SecretStore, Space } from '@jacquard/stores';

const secretName = 'signing-key';

/**
 * The keys that sign webhooks, one a caller: each is derived from one secret of the server's, sealed like all secrets, in a place of its
 * own that no flow can name. A caller may have a new one at any time.
 */
export class SigningKeys {
  readonly #secrets: SecretStore;
  readonly #preferences: PreferenceStore;
  readonly #place: Space;

  constructor(stores: { readonly secrets: SecretStore; readonly preferences: PreferenceStore }, space: Space) {
    this.#secrets = stores.secrets;
    this.#preferences = stores.preferences;
    this.#place = `${space}/webhooks`;
  }

  /** The key of a caller; undefined: the operator's. */
  async keyOf(caller: string | undefined): Promise<Uint8Array> {
    const generation = await this.#preferences.get(this.#place, generationOf(caller));
    const derived = createHmac('sha256', await this.#serverKey());
    return derived.update(`webhook\n${caller ?? ''}\n${typeof generation === 'number' ? generation : 0}`).digest();
  }

  /** Gives a caller a new key: what is sent from now on is signed by it. */
  async renew(caller: string | undefined): Promise<Uint8Array> {
    const generation = await this.#preferences.get(this.#place, generationOf(caller));
    await this.#preferences.set(
      this.#place,
      generationOf(caller),
      (typeof generation === 'number' ? generation : 0) + 1,
    );
    return this.keyOf(caller);
  }

  async #serverKey(): Promise<Uint8Array> {
    const known = await this.#secrets.reveal(this.#place, secretName);
    if (known !== undefined) return Buffer.from(known.text, 'base64');
    await this.#secrets.set(this.#place, secretName, randomBytes(32).toString('base64'), []);
    return this.#serverKey(); // of two processes at once, the one that was written last
  }
}

function generationOf(caller: string | undefined): string {
  return `generation:${caller ?? ''}`;
}
