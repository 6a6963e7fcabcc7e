import { expect, test } from 'vitest';
import { findTimes } from './find-times.ts';

test.for([
  ['en', 'The reading room opens at nine on weekdays.', ['nine 540']],
  ['en', 'It opens at ten, and stays open until six.', ['ten 600', 'six 360']],
  ['en', 'Doors open at half past nine.', ['half past nine 570']],
  ['en', 'There are sockets at nine desks, and rooms at two branches.', []],
  [
    'fr',
    'La salle ouvre à neuf heures et demie, jusqu’à dix heures le samedi.',
    ['neuf heures et demie 570', 'dix heures 600'],
  ],
  ['fr', 'On peut rester deux heures au plus.', []],
] as const)('%s: %s', ([language, text, times]) => {
  expect(findTimes(text, language).map(({ written, value }) => `${written} ${value}`)).toEqual(times);
});
