import { expect, test } from 'vitest';
import { compilePattern } from './pattern.ts';

test('a pattern that would take for ever elsewhere is linear here', async () => {
  const pattern = await compilePattern('(a+)+$');
  expect(pattern.test(`${'a'.repeat(50_000)}!`)).toBe(false);
});

test('a wrong pattern is named', async () => {
  await expect(compilePattern('(a')).rejects.toMatchObject({ code: 'pattern-not-valid', params: { pattern: '(a' } });
});
