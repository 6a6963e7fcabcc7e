import { expect, test } from 'vitest';
import { tokenBytes } from './token-bytes.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test.each([
  ['gpt2', 'Ġna', ' na'],
  ['gpt2', 'Ãī', 'É'],
  ['gpt2', 'ä¸Ń', '中'],
  ['gpt2', 'Ċ', '\n'],
  ['llama', '▁na', ' na'],
  ['llama', 'é', 'é'],
  ['bert', '##ing', '##ing'],
  [undefined, 'x', 'x'],
])('%s: %s', (vocabulary, entry, text) => {
  expect(hex(tokenBytes(entry, vocabulary))).toBe(Buffer.from(text).toString('hex'));
});

test('a part of a character is its bytes', () => {
  expect(hex(tokenBytes('ĠðŁ', 'gpt2'))).toBe('20f09f');
  expect(hex(tokenBytes('<0xE9>', 'llama'))).toBe('e9');
});

test('an entry that no byte-pair vocabulary can have is its text', () => {
  expect(hex(tokenBytes('<|im_end|> 中', 'gpt2'))).toBe(Buffer.from('<|im_end|> 中').toString('hex'));
});
