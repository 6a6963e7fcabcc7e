import { Problem } from '@jacquard/flow';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Wrong passwords that one address may show in a quarter of an hour, and all together. */
const points = { address: 5, all: 100 };
/** Seconds. */
const duration = 900;
const firstWait = 30;
const longestWait = 3_600;
const memory = 86_400;

/**
 * Bounds how often a password may be tried: by address, and in all. Each time that an address has used its tries up it waits twice as
 * long as before, an hour at most.
 */
export class LoginLimiter {
  readonly #tries = new RateLimiterMemory({ points: points.address, duration });
  readonly #all = new RateLimiterMemory({ points: points.all, duration });
  readonly #waits = new RateLimiterMemory({ points: 1_000_000, duration: memory });

  /** Before a password is looked at. Throws `login-too-often`, with when to come back. */
  async enter(address: string): Promise<void> {
    const key = networkOf(address);
    // One address that is waiting must not use up what all others have.
    const { remainingPoints } = await consume(this.#tries, key);
    await consume(this.#all, 'all').catch(async (refusal: unknown) => {
      await this.#tries.reward(key, 1);
      throw refusal;
    });
    if (remainingPoints > 0) return;
    const { consumedPoints: times } = await this.#waits.consume(key);
    await this.#tries.block(key, Math.min(longestWait, firstWait * 2 ** (times - 1)));
  }

  /** After the right password: what came before is forgotten. */
  async succeeded(address: string): Promise<void> {
    const key = networkOf(address);
    await Promise.all([this.#tries.delete(key), this.#waits.delete(key), this.#all.reward('all', 1)]);
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const wait = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    throw new Problem('login-too-often', { wait }, { retryAfter: wait });
  }
}

/** One who has an IPv6 network has 2^64 addresses of it. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::', 2);
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
