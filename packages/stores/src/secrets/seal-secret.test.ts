import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openSecret, sealSecret } from './seal-secret.ts';

const key = randomBytes(32);
const place = { space: 'main', name: 'api-key', origins: ['https://a.example'] };

test('opens what it sealed, and seals the same text differently each time', () => {
  const one = sealSecret(key, place, 'clé ✓');
  expect(openSecret(key, place, one)).toBe('clé ✓');
  expect(Buffer.from(sealSecret(key, place, 'clé ✓')).equals(one)).toBe(false);
  expect(Buffer.from(one).includes('clé')).toBe(false);
});

test.for([
  ['another space', { ...place, space: 'other' }],
  ['another name', { ...place, name: 'other' }],
  ['other origins', { ...place, origins: ['https://evil.example'] }],
] as const)('does not open in %s', ([, elsewhere]) => {
  const sealed = sealSecret(key, place, 'text');
  expect(() => openSecret(key, elsewhere, sealed)).toThrow(/secret-unreadable/);
});

test('does not open with another key, one flipped bit, or cut short', () => {
  const sealed = sealSecret(key, place, 'text');
  expect(() => openSecret(randomBytes(32), place, sealed)).toThrow(/secret-unreadable/);
  for (const index of sealed.keys()) {
    const forged = Uint8Array.from(sealed);
    forged[index] = (forged[index] ?? 0) ^ 1;
    expect(() => openSecret(key, place, forged)).toThrow(/secret-unreadable/);
    expect(() => openSecret(key, place, sealed.subarray(0, index))).toThrow(/secret-unreadable/);
  }
});
