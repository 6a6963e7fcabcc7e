import { expect, test } from 'vitest';
import { formatEnergy, formatMoney } from './format-cost.ts';

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

test('a cost shows the digits that say something, in the reader’s language', () => {
  expect(plain(formatMoney(0.00123, 'en'))).toBe('$0.0012');
  expect(plain(formatMoney(3.4, 'en'))).toBe('$3.40');
  expect(plain(formatMoney(3.4, 'fr'))).toBe('3,40 $');
  expect(plain(formatMoney(0, 'en'))).toBe('$0.00');
});

test('measured energy is a number, and an estimate says so', () => {
  expect(plain(formatEnergy({ energy: 0.0213 }, 'fr'))).toBe('0,021 Wh');
  expect(plain(formatEnergy({ energy: 0.0213, energyEstimated: true }, 'en'))).toBe('≈ 0.021 Wh');
  expect(formatEnergy({}, 'en')).toBe('');
});
