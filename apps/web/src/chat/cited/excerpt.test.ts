import { expect, test } from 'vitest';
import { excerptOf, quotedRows } from './excerpt.ts';

test('a quotation stands among the words around it, cut between words', () => {
  const before = 'The reading room is on the first floor, beside the stairs, and it is open to everyone who comes. ';
  const after = ' Whoever wants to stay longer asks at the desk, where a list is kept for the evening, and signs it.';
  const excerpt = excerptOf(`${before}It closes at six.${after}`, 'It closes at six.');
  expect(excerpt).toEqual({
    before: '… room is on the first floor, beside the stairs, and it is open to everyone who comes. ',
    quoted: 'It closes at six.',
    after: ' Whoever wants to stay longer asks at the desk, where a list is kept for the evening, and …',
  });
});

test('a short passage stands whole, and a row with its header alone', () => {
  expect(excerptOf('One. Two. Three.', 'Two.')).toEqual({ before: 'One. ', quoted: 'Two.', after: ' Three.' });
  expect(excerptOf('Fee | Price\nCard | 4', 'Fee: Card')).toEqual({ before: '', quoted: 'Fee: Card', after: '' });
});

test('headings and other paragraphs of the passage stay outside', () => {
  const passage = '4.1 How many\n\nAn adult may borrow 12 items. Children may borrow 8.\n\nTeachers have a class card.';
  expect(excerptOf(passage, 'An adult may borrow 12 items.')).toEqual({
    before: '',
    quoted: 'An adult may borrow 12 items.',
    after: ' Children may borrow 8.',
  });
});

test('rows of a table are quoted as rows, a sentence with a bar is not', () => {
  expect(quotedRows('Item | Loan\nFilm | one week')).toEqual([
    ['Item', 'Loan'],
    ['Film', 'one week'],
  ]);
  expect(quotedRows('Film | one week')).toBeUndefined();
  expect(quotedRows('Films are lent\nfor one | two weeks')).toBeUndefined();
});
