import { expect, test } from 'vitest';
import { normaliseNumber } from './normalise-number.ts';

test('thousands and decimals are understood as they are written in French and English', () => {
  for (const written of ['1 234,56', '1\u00a0234,56', '1\u202f234,56', '1,234.56', '1.234,56', '1234,56']) {
    expect(normaliseNumber(written)).toBe('1234.56');
  }
  expect(normaliseNumber('1,234', 'en')).toBe('1234');
  expect(normaliseNumber('3,141', 'fr')).toBe('3.141');
  expect(normaliseNumber('1,234,567')).toBe('1234567');
  expect(normaliseNumber('2,5')).toBe('2.5');
});

test('what only looks like a number keeps its signs', () => {
  expect(normaliseNumber('12.03.2024')).toBe('12.03.2024');
  expect(normaliseNumber('192.168.0.1')).toBe('192.168.0.1');
  expect(normaliseNumber('1,2.3,4')).toBe('1,2.3,4');
});
