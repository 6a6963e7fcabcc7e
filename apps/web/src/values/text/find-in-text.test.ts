import { expect, test } from 'vitest';
import { cutByFound, findInText, mostFound } from './find-in-text.ts';

test('finds in any case, and takes nothing for a pattern', () => {
  expect(findInText('a.b A.B axb', 'a.b')).toEqual([
    { from: 0, to: 3 },
    { from: 4, to: 7 },
  ]);
  expect(findInText('(a-b)* [x]', '(a-b)*')).toHaveLength(1);
  expect(findInText('anything', ' ')).toEqual([]);
});

test('stops where nobody would go on', () => {
  expect(findInText('a'.repeat(20_000), 'a')).toHaveLength(mostFound);
});

test('a stretch is cut by what was found in it, also across its edges', () => {
  const found = findInText('one two one two', 'two one');
  expect(cutByFound('one two', 0, found)).toEqual([{ text: 'one ' }, { text: 'two', found: 0 }]);
  expect(cutByFound(' one two', 7, found)).toEqual([{ text: ' one', found: 0 }, { text: ' two' }]);
  expect(cutByFound('', 0, found)).toEqual([{ text: '' }]);
});
