import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Problem } from '@jacquard/flow';

const derive = promisify(argon2);

/** OWASP's parameters for Argon2id: memory in KiB, passes over it, threads. */
const now = { memory: 19_456, passes: 2, parallelism: 1 };
const length = 32;
/** Derivations that may wait for their turn: each takes a tenth of a second and 19 MiB. */
const mostWaiting = 20;
let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

/** The Argon2id hash of a password (RFC 9106), as text in PHC form. Throws `login-busy`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await inTurn(() => argon2id(password, salt, now));
  const { memory, passes, parallelism } = now;
  const parts = [salt, hash].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${parts.join('$')}`;
}

/**
 * Whether a password is the one that was hashed. Takes as long for a wrong one as for the right one; without a hash it takes the same
 * time and is wrong. Throws `login-busy`.
 */
export async function verifyPassword(password: string, encoded: string | undefined): Promise<boolean> {
  const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(encoded ?? '');
  const [, memory = now.memory, passes = now.passes, parallelism = now.parallelism, salt = '', hash = ''] = form ?? [];
  const costs = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const found = await inTurn(() => argon2id(password, form ? Buffer.from(salt, 'base64') : randomBytes(16), costs));
  const wanted = Buffer.from(hash, 'base64');
  return wanted.length === length && timingSafeEqual(found, wanted);
}

function argon2id(password: string, nonce: Buffer, costs: typeof now): Promise<Buffer> {
  return derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: length, ...costs });
}

/** One at a time, in a thread of Node's pool: the others stay for files and names. */
async function inTurn(work: () => Promise<Buffer>): Promise<Buffer> {
  if (waiting >= mostWaiting) throw new Problem('login-busy', {}, { kind: 'operational', retryAfter: 5 });
  waiting += 1;
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine.finally(() => {
    waiting -= 1;
  });
}
