import { expect, test } from 'vitest';
import { namesThing } from './names-thing.ts';

test.each([
  ['en', 'Where do we gather?', 'gather', false],
  ['en', 'How much is a locker?', 'locker', true],
  ['en', 'Who won the chess tournament?', 'tournament', true],
  ['fr', 'Où faut-il se retrouver ?', 'retrouver', false],
  ['fr', 'Combien coûte le casier ?', 'casier', true],
  ['fr', 'Est-il possible de venir ?', 'venir', false],
])('%s: %s – %s', (language, text, word, isThing) => {
  expect(namesThing(text, text.indexOf(word), word, language)).toBe(isThing);
});
