import { expect, test } from 'vitest';
import { findPeople } from './find-people.ts';

const people = (text: string, language: string): string[] =>
  findPeople(text, language).map(({ words }) => words.join(' '));

test.each([
  ['en', 'The archive is kept by Dr Owen Blackett.', ['owen blackett']],
  ['en', 'It stands in Station Road, beside the Central Library.', []],
  ['en', 'The caretaker opens.', ['caretaker']],
  ['fr', 'Hélène Vasseur dirige la maison.', ['helene vasseur']],
  ['fr', 'La décision revient à la directrice.', ['directrice']],
  ['fr', 'rue des Tanneurs', []],
])('%s: %s', (language, text, found) => {
  expect(people(text, language)).toEqual(found);
});
