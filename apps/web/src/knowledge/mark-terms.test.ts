import { expect, test } from 'vitest';
import { markTerms } from './mark-terms.ts';

const marked = (text: string, ...terms: string[]): string =>
  markTerms(text, terms)
    .map(({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece))
    .join('');

test.each([
  ['Members may borrow eight books.', ['book', 'borrowed'], 'Members may [borrow] eight [books].'],
  ['Les prêts durent trois semaines.', ['pret', 'semaine'], 'Les [prêts] durent trois [semaines].'],
  ['L’emprunt d’un livre', ['emprunter'], 'L’[emprunt] d’un livre'],
  ['bookkeeping', ['book'], 'bookkeeping'],
  ['The fee is 20 cents', ['20'], 'The fee is [20] cents'],
  ['nothing asked', [], 'nothing asked'],
  ['', ['word'], ''],
])('%j asked for %j', (text, terms, expected) => {
  expect(marked(text, ...terms)).toBe(expected);
});
