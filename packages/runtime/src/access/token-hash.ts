import { hash, randomBytes } from 'node:crypto';

/** What is stored in place of a random token: nobody can guess 256 bits, so that a fast hash is as good as a slow one. */
export function tokenHash(token: string): string {
  return hash('sha256', token);
}

/** 256 random bits, safe in addresses, headers and cookies. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Random letters and digits: five bits and more each. */
export function randomLetters(count: number): string {
  let text = '';
  while (text.length < count)
    // Above the last whole multiple of the letters some would come more often.
    for (const byte of randomBytes(count))
      if (byte < 252 && text.length < count) text += letters[byte % letters.length];
  return text;
}
