import { expect, test } from 'vitest';
import { foldWord } from './fold-word.ts';

test('capitals, accents and ligatures fold away', () => {
  expect(['Bibliothèque', 'BIBLIOTHÈQUE', 'bibliotheque'].map(foldWord)).toEqual(
    Array.from({ length: 3 }, () => 'bibliotheque'),
  );
  expect(['Cœur', 'Ægir', 'garçon', 'Straße', 'e\u0301te\u0301'].map(foldWord)).toEqual([
    'coeur',
    'aegir',
    'garcon',
    'strasse',
    'ete',
  ]);
});

test('both apostrophes are one', () => {
  expect(foldWord('Don’t')).toBe("don't");
});
