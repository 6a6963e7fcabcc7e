import { expect, test } from 'vitest';
import { formatAgo } from './format-ago.ts';

const now = Date.UTC(2026, 10, 21, 12);

test('recent times are told as people tell them', () => {
  expect(formatAgo(now - 20_000, now, 'en')).toBe('now');
  expect(formatAgo(now - 3 * 60_000, now, 'en')).toBe('3 minutes ago');
  expect(formatAgo(now - 26 * 3_600_000, now, 'en')).toBe('yesterday');
  expect(formatAgo(now - 2 * 3_600_000, now, 'fr')).toBe('il y a 2 heures');
});

test('after a week it is a date', () => {
  expect(formatAgo(now - 8 * 86_400_000, now, 'en')).toMatch(/13.*2026/);
});

test('a clock that runs behind tells nothing of the future', () => {
  expect(formatAgo(now + 5000, now, 'en')).toBe('now');
});
