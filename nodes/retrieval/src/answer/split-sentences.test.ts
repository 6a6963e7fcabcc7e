import { expect, test } from 'vitest';
import { splitSentences } from './split-sentences.ts';

const parts = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['Dr. Owen sees Mr. Pym at 9.30, p. 4. He waits.', ['Dr. Owen sees Mr. Pym at 9.30, p. 4.', 'He waits.']],
  ['“Really?” he said. “Yes.”', ['“Really?” he said.', '“Yes.”']],
  ['M. Roche dit « Non. » Puis il part.', ['M. Roche dit « Non. »', 'Puis il part.']],
  ['Il paie 5,50 €. À 9 h il ferme !', ['Il paie 5,50 €.', 'À 9 h il ferme !']],
])('%j', (text, sentences) => {
  expect(parts(text)).toEqual(sentences);
});

test('a line that was only wrapped goes on; headings, list items and rows stand alone', () => {
  const wrapped = 'This line is long enough to have been wrapped at the\nmargin of a page. Next.';
  expect(parts(wrapped)).toEqual(['This line is long enough to have been wrapped at the\nmargin of a page.', 'Next.']);
  expect(parts('Fees\n\nBring:\n- a card\n- a letter')).toEqual(['Fees', 'Bring:', '- a card', '- a letter']);
  expect(parts('Day | Hours\nMonday | 9:00')).toEqual(['Day | Hours', 'Monday | 9:00']);
});

test('nothing of a text is lost, and a long one takes no time', () => {
  const text = 'Word. '.repeat(50_000);
  expect(parts(text).join(' ')).toBe(text.trim());
  expect(parts('  \n ')).toEqual([]);
});
