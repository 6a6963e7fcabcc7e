import { expect, test } from 'vitest';
import { bytesText, tokenLabel } from './token-label.ts';

const piece = (bytes: readonly number[]) => ({
  text: '?',
  bytes: bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  isSpecial: false,
});
const written = (text: string) => piece([...new TextEncoder().encode(text)]);

test.each([
  ['the', 'the'],
  [' the', '␣the'],
  ['a b ', 'a b␣'],
  ['\n\n', '↵↵'],
  ['  \t', '␣␣⇥'],
  ['é中', 'é中'],
  ['\u202F!', '⍽!'],
  ['a\u200Bb', 'a⟨U+200B⟩b'],
])('%j is shown as %s', (text, label) => {
  expect(tokenLabel(written(text))).toBe(label);
});

test('a part of a character is shown by its bytes', () => {
  expect(tokenLabel(piece([0x20, 0xf0, 0x9f]))).toBe('⟨20 F0 9F⟩');
  expect(bytesText(piece([0x20, 0xf0, 0x9f]))).toBe('20 F0 9F');
});

test('what steers the model is shown by its name', () => {
  expect(tokenLabel({ text: '<|im_end|>', bytes: '', isSpecial: true })).toBe('<|im_end|>');
});
