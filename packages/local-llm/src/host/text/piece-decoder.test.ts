import { expect, test } from 'vitest';
import { createPieceDecoder } from './piece-decoder.ts';

/** Tokens are bytes here, as they are for characters that a vocabulary doesn't have. */
function decode(text: string): string[] {
  const decoder = createPieceDecoder<number>((bytes) => new TextDecoder().decode(Uint8Array.from(bytes)));
  const pieces = [...new TextEncoder().encode(text)].map((byte) => decoder.push(byte));
  return [...pieces, decoder.flush()].filter((piece) => piece !== '');
}

test('characters of several tokens come whole', () => {
  expect(decode('é👩🏽‍🚀!')).toEqual(['é', '👩', '🏽', '\u200D', '🚀', '!']);
});

test('an incomplete character at the end is not lost silently', () => {
  const decoder = createPieceDecoder<number>((bytes) => new TextDecoder().decode(Uint8Array.from(bytes)));
  expect(decoder.push(0xf0)).toBe('');
  expect(decoder.flush()).toBe('\uFFFD');
});

test('a token that never becomes readable does not hold the answer back', () => {
  const decoder = createPieceDecoder<number>((bytes) => new TextDecoder().decode(Uint8Array.from(bytes)));
  const shown = Array.from({ length: 9 }, () => decoder.push(0xff)).join('');
  expect(shown).toContain('\uFFFD');
});
