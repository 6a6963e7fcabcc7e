import { timingSafeEqual } from 'node:crypto';
import { newToken, tokenHash } from './token-hash.ts';

/** Milliseconds in which the first password must be set; a new start gives another link. */
const lifetime = 3_600_000;

/** The token of the one-time link by which the first password is set. It is kept in memory alone, and is good once. */
export class SetupLink {
  readonly #now: () => number;
  #hash: string | undefined;
  #expiresAt = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Makes the token, which voids an earlier one. */
  make(): string {
    const token = newToken();
    this.#hash = tokenHash(token);
    this.#expiresAt = this.#now() + lifetime;
    return token;
  }

  /** True once for the token, in its time. */
  take(token: string): boolean {
    if (this.#hash === undefined || this.#now() >= this.#expiresAt) return false;
    if (!timingSafeEqual(Buffer.from(tokenHash(token)), Buffer.from(this.#hash))) return false;
    this.#hash = undefined;
    return true;
  }
}
