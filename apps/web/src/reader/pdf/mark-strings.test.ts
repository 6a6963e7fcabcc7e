import { expect, test } from 'vitest';
import { markStrings } from './mark-strings.ts';

const marked = (strings: readonly string[], quotation: string): string[] => {
  const { pieces } = markStrings(strings, quotation);
  return strings.map(
    (string, index) =>
      pieces
        .get(index)
        ?.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
        .join('') ?? string,
  );
};

test('a quotation over several strings, which are cut at its ends', () => {
  const strings = ['Hours. Members may', '', 'borrow eight', 'books. A fine', 'is charged.'];
  expect(marked(strings, 'Members may borrow eight books.')).toEqual([
    'Hours. [Members may]',
    '',
    '[borrow eight]',
    '[books]. A fine',
    'is charged.',
  ]);
});

test('words that are drawn letter by letter', () => {
  expect(marked(['b', 'or', 'row', ' x'], 'borrow')).toEqual(['[b]', '[or]', '[row]', ' x']);
});

test('knows whether the whole of it stands there', () => {
  const quotation = 'The reading room opens at nine in the morning and closes at six.';
  expect(markStrings(['The reading room opens at nine', 'in the morning and closes at six.'], quotation).isWhole).toBe(
    true,
  );
  const half = markStrings(['The reading room opens at nine', 'in the mor-'], quotation);
  expect(half.isWhole).toBe(false);
  expect(half.pieces.size).toBe(2);
  expect(markStrings(['something else'], quotation)).toEqual({ pieces: new Map(), isWhole: false });
});
