import { loadLanguageTools } from '@jacquard/node-kit';
import { expect, test } from 'vitest';
import { createWordReader } from '../answer/word-reader.ts';
import { findNegation } from './find-negation.ts';

const reader = createWordReader(await loadLanguageTools());
const negation = (clause: string, language: string): string | undefined =>
  findNegation(clause, reader.words(clause, language), language)?.written;

test.each([
  ['en', 'They cannot be renewed', 'cannot'],
  ['en', 'No booking is needed', 'No'],
  ['en', 'It doesn’t close', 'doesn’t'],
  ['en', 'No, it is open', undefined],
  ['en', 'not only on Mondays', undefined],
  ['en', 'no more than four', undefined],
  ['en', 'It is open', undefined],
  ['fr', 'On ne mange pas', 'ne'],
  ['fr', 'sans réservation', 'sans'],
  ['fr', 'Il est interdit de fumer', 'interdit'],
  ['fr', 'Elle n’ouvre que le dimanche', undefined],
  ['fr', 'Elle est ouverte', undefined],
])('%s: %s', (language, clause, written) => {
  expect(negation(clause, language)).toBe(written);
});
