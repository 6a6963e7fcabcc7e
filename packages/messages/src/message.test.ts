import { expect, test } from 'vitest';
import { message, problemMessage } from './index.ts';
import { renderMessage } from './render-message.ts';

test('a code without an entry is named, in a sentence', () => {
  expect(message('never-heard-of', {}, 'en')).toBe(
    'Jacquard reported “never-heard-of”, for which it has no explanation.',
  );
  expect(problemMessage({ code: 'constructor', params: {} }, 'fr').detail).toContain('«\u00A0constructor\u00A0»');
});

test('numbers, sizes, durations and kinds are written as the language does', () => {
  const params = { n: 1234.5, size: 65_536, time: 1.5, kind: { kind: 'list', of: { kind: 'text' } } };
  expect(renderMessage('{n} {size:bytes} {time:seconds} {kind:kind}', params, 'en')).toBe(
    '1,234.5 64\u00A0KiB 1.5\u00A0s list of text',
  );
  expect(renderMessage('{size:bytes}, {time:seconds}, {kind:kind}', params, 'fr')).toBe(
    '64\u00A0Kio, 1,5\u00A0s, liste (texte)',
  );
});

test('plurals follow the language: nothing is singular in French', () => {
  expect(renderMessage('{n} {n|row|rows}', { n: 0 }, 'en')).toBe('0 rows');
  expect(renderMessage('{n} {n|ligne|lignes}', { n: 0 }, 'fr')).toBe('0 ligne');
  expect(renderMessage('{n} {n|row|rows}', { n: 1 }, 'en')).toBe('1 row');
});

test('a section is left out when its param is absent', () => {
  const template = 'Unknown type "{type}".[[ Did you mean "{near}"?]]';
  expect(renderMessage(template, { type: 'a.b' }, 'en')).toBe('Unknown type “a.b”.');
  expect(renderMessage(template, { type: 'a.b', near: 'a.c' }, 'en')).toBe('Unknown type “a.b”. Did you mean “a.c”?');
  expect(renderMessage('Refused.[[ It is for: {origins}.]]', { origins: [] }, 'en')).toBe('Refused.');
});

test('French typography is set for the template, and params are left as they are', () => {
  expect(renderMessage('Erreur : "{x}" !', { x: 'a : b' }, 'fr')).toBe('Erreur\u00A0: «\u00A0a : b\u00A0»\u00A0!');
});

test('a hostile param is text, not a template', () => {
  expect(renderMessage('{a}', { a: '{b} [[c]] $& __proto__', b: 'no' }, 'en')).toBe('{b} [[c]] $& __proto__');
  expect(renderMessage('{constructor}', {}, 'en')).toBe('…');
});

test("a notice has its parts in the reader's language", () => {
  const data = { code: 'network-refused', params: { why: 'private-address', host: 'intranet', address: '10.0.0.1' } };
  expect(problemMessage(data, 'fr')).toMatchObject({
    title: 'La requête n’a pas été envoyée',
    detail:
      'Rien n’a été envoyé à intranet\u00A0: son adresse est privée, ou c’est cette machine elle-même (10.0.0.1).',
  });
  expect(message('input-missing', { label: { en: 'Prompt', fr: 'Consigne' } }, 'fr')).toContain(
    '«\u00A0Consigne\u00A0»',
  );
  expect(message('flow-cycle', { path: ['a', 'b', 'a'] }, 'en')).toContain('a → b → a');
});
