import { expect, test } from 'vitest';
import { collectCompounds, joinLines } from './join-lines.ts';

test('a word that was cut at the end of its line is one again; a compound keeps its hyphen', () => {
  const known = new Set<string>();
  collectCompounds('A Well-known fact, sous-marin', known);
  const join = (first: string, second: string): string => joinLines(first, second, known);
  expect(join('the docu-', 'ment is')).toBe('the document is');
  expect(join('a well-', 'known fact')).toBe('a well-known fact');
  expect(join('Peut-', 'être demain')).toBe('Peut-être demain');
  expect(join('celui-', 'ci')).toBe('celui-ci');
  expect(join('la biblio-', 'thèque')).toBe('la bibliothèque');
  expect(join('Alsace-', 'Lorraine')).toBe('Alsace-Lorraine');
  expect(join('pages 3-', '4')).toBe('pages 3- 4');
  expect(join('one line', 'and another')).toBe('one line and another');
});
