import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteJson, quotePython, quoteShell, quoteTypeScript } from './quote-text.ts';

test('a text comes back from its quotes, whatever it holds', () => {
  const comesBack = fc.property(fc.string({ unit: 'binary' }), (text) => JSON.parse(quoteJson(text)) === text);
  expect(() => fc.assert(comesBack)).not.toThrow();
});

test('a quoted text stays on its line and shows all it holds', () => {
  const hidden = 'a\u202Eb\u2028c\u0000d\u200Be\nf';
  for (const quote of [quoteJson, quoteTypeScript, quotePython])
    expect(quote(hidden)).toMatch(/^(['"])a\\u202eb\\u2028c\\u0000d\\u200be\\nf\1$/);
});

test('characters beyond the first plane are escaped as each language reads them', () => {
  expect(quoteJson('\u{E0041}')).toBe(String.raw`"\udb40\udc41"`);
  expect(quotePython('\u{E0041}')).toBe(String.raw`"\U000e0041"`);
  expect(quotePython('🧵')).toBe('"🧵"');
});

test('TypeScript takes the quotes that need no escape', () => {
  expect(quoteTypeScript('say "hi"')).toBe(`'say "hi"'`);
  expect(quoteTypeScript(`it's "here"`)).toBe(String.raw`"it's \"here\""`);
  expect(quoteTypeScript('back\\slash')).toBe(String.raw`'back\\slash'`);
});

test('a shell gets one word, in which nothing is expanded', () => {
  expect(quoteShell(`it's $HOME`)).toBe(String.raw`'it'\''s $HOME'`);
});
