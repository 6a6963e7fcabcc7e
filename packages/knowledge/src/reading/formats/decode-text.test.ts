import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

test('the encoding is found by mark, declaration and content', () => {
  const latin = Buffer.from('d\xe9j\xe0 \x80', 'latin1');
  expect(decodeText(latin)).toBe('déjà €');
  expect(decodeText(latin, 'utf-8')).toBe('déjà €');
  expect(decodeText(Buffer.from('déjà', 'utf8'))).toBe('déjà');
  expect(decodeText(Buffer.from('\ufeffdéjà', 'utf8'), 'iso-8859-1')).toBe('déjà');
  expect(decodeText(Buffer.from('\ufeffdéjà', 'utf16le'))).toBe('déjà');
  expect(decodeText(Buffer.from('\ufeffdéjà', 'utf16le').swap16())).toBe('déjà');
  expect(decodeText(Buffer.from([0xb1, 0xea]), 'iso-8859-2')).toBe('ąę');
  expect(decodeText(latin, 'no-such-encoding')).toBe('déjà €');
});

test('a broken character leaves UTF-8 what it is; line breaks are one', () => {
  const cut = Buffer.concat([Buffer.from('é'.repeat(20), 'utf8'), Buffer.from([0xc3])]);
  expect(decodeText(cut)).toBe(`${'é'.repeat(20)}\ufffd`);
  expect(decodeText(Buffer.from('a\r\nb\rc\n'))).toBe('a\nb\nc\n');
});
