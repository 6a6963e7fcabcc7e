import { expect, test } from 'vitest';
import { composeAccents } from './compose-accents.ts';

test('accents that old fonts draw before their letter are put on it', () => {
  expect(composeAccents('na¨ıve, l’´el`eve a fˆet´e ¸ca')).toBe('naïve, l’élève a fêté ça');
});

test('quotation marks and code stay', () => {
  expect(composeAccents('run `apply` now')).toBe('run `apply` now');
  expect(composeAccents("``quoted''")).toBe("``quoted''");
  expect(composeAccents('a ~ b ˆ 2')).toBe('a ~ b ˆ 2');
});
