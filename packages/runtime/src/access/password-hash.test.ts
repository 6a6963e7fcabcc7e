import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash.ts';

test('a password fits its own hash alone, which is another each time', async () => {
  const [one, two] = await Promise.all([hashPassword('pässwörd'), hashPassword('pässwörd')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword('pässwörd', one)).toBe(true);
  expect(await verifyPassword('pa\u0308sswo\u0308rd', one)).toBe(true); // as another keyboard composes it
  expect(await verifyPassword('password', one)).toBe(false);
});

test('nothing fits no hash, or what is none', async () => {
  for (const hash of [undefined, '', 'argon2', '$argon2id$v=19$m=19456,t=2,p=1$$'])
    expect(await verifyPassword('', hash)).toBe(false);
});

test('too many at once are told to come back', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 24 }, () => verifyPassword('x', undefined)));
  const refused = answers.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(4);
  expect(refused[0]).toMatchObject({ reason: { code: 'login-busy', retryAfter: 5 } });
});
