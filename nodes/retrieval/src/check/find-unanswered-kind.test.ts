import { loadLanguageTools } from '@jacquard/node-kit';
import { expect, test } from 'vitest';
import { createWordReader } from '../answer/word-reader.ts';
import { findUnansweredKind } from './find-unanswered-kind.ts';
import { readSentence, readSentences } from './read-clauses.ts';

const reader = createWordReader(await loadLanguageTools());
const kind = (question: string, written: string, language = 'en'): string | undefined =>
  findUnansweredKind(readSentences(written, language, reader), readSentence(question, language, reader))?.kind;

test.each([
  ['What is the name of the mayor?', 'The medals are handed out by the mayor.', 'name'],
  ['What is the name of the mayor?', 'The mayor is called Ada Brown.', undefined],
  ['How many cars fit in?', 'Visitors may park there.', 'number'],
  ['How many cars fit in?', 'Twelve cars fit in.', undefined],
  ['How much is a card?', 'Cards are free.', undefined],
  ['Who may enter?', 'Adults may enter.', undefined],
  ['When does it open?', 'It opens when the mayor comes.', undefined],
])('%s – %s', (question, written, expected) => {
  expect(kind(question, written)).toBe(expected);
});

test('in French', () => {
  expect(kind('Combien coûte la carte ?', 'La carte donne accès à la salle.', 'fr')).toBe('number');
  expect(kind('Combien coûte la carte ?', 'La carte est gratuite.', 'fr')).toBeUndefined();
});
