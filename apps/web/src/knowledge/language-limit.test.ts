import { expect, test } from 'vitest';
import { languageNames, unknownLanguages } from './language-limit.ts';

test('languages of documents that search by meaning does not know', () => {
  const languages = ['en', 'fr', 'und', 'es'];
  expect(unknownLanguages({ languages, embeddings: { languages: ['en'] } })).toEqual(['fr', 'es']);
  expect(unknownLanguages({ languages, embeddings: { languages: ['en', 'fr', 'es'] } })).toEqual([]);
  expect(unknownLanguages({ languages, embeddings: {} })).toEqual([]);
});

test('their names, in the reader’s language', () => {
  expect(languageNames(['fr', 'und', 'es'], 'en')).toBe('French and Spanish');
  expect(languageNames(['en', 'fr'], 'fr')).toBe('anglais et français');
});
