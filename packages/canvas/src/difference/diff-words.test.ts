import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords, type TextPiece } from './diff-words.ts';

function sideOf(pieces: readonly TextPiece[], without: TextPiece['change']): string {
  return pieces
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join('');
}

test('a word that was exchanged stands between what stayed', () => {
  expect(diffWords('Answer in one short sentence.', 'Answer in two short sentences.')).toEqual([
    { change: 'same', text: 'Answer in ' },
    { change: 'removed', text: 'one' },
    { change: 'added', text: 'two' },
    { change: 'same', text: ' short ' },
    { change: 'removed', text: 'sentence' },
    { change: 'added', text: 'sentences' },
    { change: 'same', text: '.' },
  ]);
});

test('words that were exchanged one after the other are one change', () => {
  expect(diffWords('Be very brief.', 'Be quite kind.')).toEqual([
    { change: 'same', text: 'Be ' },
    { change: 'removed', text: 'very brief' },
    { change: 'added', text: 'quite kind' },
    { change: 'same', text: '.' },
  ]);
});

test('the same text differs in nothing, an empty one in all', () => {
  expect(diffWords('a b', 'a b')).toEqual([{ change: 'same', text: 'a b' }]);
  expect(diffWords('', 'a b')).toEqual([{ change: 'added', text: 'a b' }]);
  expect(diffWords('', '')).toEqual([]);
});

test('a long text is compared line by line, and a line that changed in a thousand is found', () => {
  const lines = Array.from({ length: 2000 }, (_, index) => `${index}: a line of words that are the same`);
  const changed = lines.map((line, index) => (index % 400 === 7 ? `${line}, nearly` : line));
  const pieces = diffWords(lines.join('\n'), changed.join('\n'));
  expect(pieces.filter(({ change }) => change === 'added')).toHaveLength(5);
  expect(sideOf(pieces, 'removed')).toBe(changed.join('\n'));
});

test('property: the pieces give back both texts', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', '\n', ', ', 'été', '😀'), { maxLength: 40 })
    .map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = diffWords(before, after);
      expect(sideOf(pieces, 'added')).toBe(before);
      expect(sideOf(pieces, 'removed')).toBe(after);
    }),
  );
});
