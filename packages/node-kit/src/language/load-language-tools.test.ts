import { expect, test } from 'vitest';
import { loadLanguageTools } from './load-language-tools.ts';

const tools = await loadLanguageTools();
const stems = (text: string, language: string): string[] =>
  tools.contentWords(text, language).map(({ stems }) => stems[0] ?? '');

test('inflections of a word meet in one stem, without accents', () => {
  expect(tools.stem('bibliothèques', 'fr')).toBe(tools.stem('BIBLIOTHÈQUE', 'fr'));
  expect(tools.stem('réservés', 'fr')).toBe(tools.stem('réserver', 'fr'));
  expect(tools.stem("library's", 'en')).toBe(tools.stem('library’s', 'en'));
  expect(tools.stem('Öffnungszeiten', 'de')).toBe('offnungszeit');
  expect(tools.stem('日本語', 'ja')).toBe('日本語');
});

test('grammar and elided words are no content, in the text’s own language', () => {
  expect(stems("Quels sont les horaires de l'été ?", 'fr')).toEqual(['horair', 'ete']);
  expect(stems('What are the fees on the late books?', 'en')).toEqual(['fee', 'late', 'book']);
  expect(stems("L'or et the book", 'und')).toEqual(['book']);
  expect(stems('mesa de la casa', 'es')).toContain('de');
});

test('a French word asked without accents stands for the accented one, too', () => {
  const [asked] = tools.contentWords('fermee', 'fr');
  expect(asked?.stems).toContain(tools.stem('fermée', 'fr'));
  const [quick] = tools.contentWords('rapidite', 'fr');
  expect(quick?.stems).toContain(tools.stem('rapidité', 'fr'));
});

test.each([
  ['What are the opening hours?', [], 'en'],
  ['and for children?', [], 'en'],
  ['How many books can I borrow?', ['fr'], 'en'],
  ['et pour les enfants ?', ['en'], 'fr'],
  ["tarif de l'abonnement", [], 'fr'],
  ['combien de livres puis-je emprunter', ['en', 'fr'], 'fr'],
  ['¿Cuáles son los horarios de apertura?', ['en', 'fr'], 'es'],
  ['Wie sind die Öffnungszeiten?', ['en', 'fr'], 'de'],
  ['Quanti libri posso prendere in prestito?', ['en', 'fr'], 'it'],
  ['bibliotheque municipale', ['fr', 'en'], 'fr'],
  ['horaires', ['en', 'fr'], 'fr'],
  ['2024', ['en', 'fr'], 'und'],
  ['', ['en'], 'und'],
])('"%s" among %j is %s', (text, likely, language) => {
  expect(tools.detect(text, { likely })).toBe(language);
});

test('long texts are told by samples of them', () => {
  const french = 'La bibliothèque prête des livres et des disques à tous les habitants de la commune. '.repeat(50_000);
  const begun = performance.now();
  expect(tools.detect(french)).toBe('fr');
  expect(performance.now() - begun).toBeLessThan(1_000);
});
