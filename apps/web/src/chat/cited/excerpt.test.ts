import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';

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
