import { expect, test } from 'vitest';
import { keyKind, keyText } from './key-kind.ts';

test.each([
  [`sk-ant-${'a1'.repeat(20)}`, 'anthropic'],
  [`sk-${'a1'.repeat(20)}`, 'openai'],
  [`  Bearer hf_${'a1'.repeat(12)}\n`, 'hugging-face'],
  [`ghp_${'a1'.repeat(18)}`, 'github'],
])('%j is taken for a key', (text, name) => {
  expect(keyKind(text)?.name).toBe(name);
});

test.each([
  '',
  'sk-',
  'a prompt about sk-learn and its users',
  'skating-is-fun',
  '550e8400-e29b-41d4-a716-446655440000',
])('%j is a text like any other', (text) => {
  expect(keyKind(text)).toBeUndefined();
});

test('what was copied around a key is left out', () => {
  expect(keyText(' Bearer hf_abc\n')).toBe('hf_abc');
});
