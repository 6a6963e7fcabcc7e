import fastCheck from 'fast-check';
import { expect, test } from 'vitest';
import { wordTokens } from './word-tokens.ts';

const folded = (text: string, language?: string): string[] => wordTokens(text, language).map(({ folded }) => folded);

test('elisions part, with both apostrophes; other apostrophes stay inside', () => {
  expect(folded("L'abonnement d’été jusqu'à lorsqu’il")).toEqual([
    "l'",
    'abonnement',
    "d'",
    'ete',
    "jusqu'",
    'a',
    "lorsqu'",
    'il',
  ]);
  expect(folded("Don't lose the library's books aujourd'hui")).toEqual([
    "don't",
    'lose',
    'the',
    "library's",
    'books',
    "aujourd'hui",
  ]);
});

test('numbers stay whole, in French and English writing', () => {
  expect(folded('Il coûte 1 234,56 € en 2024, soit 12,5 %', 'fr')).toContain('1234.56');
  expect(folded('It costs 1,234.56 in 2019 100 times', 'en')).toEqual([
    'it',
    'costs',
    '1234.56',
    'in',
    '2019',
    '100',
    'times',
  ]);
  expect(folded('in 19 100 people', 'en')).toEqual(['in', '19', '100', 'people']);
  expect(folded('B12, covid-19')).toEqual(['b12', 'covid', '19']);
});

test('offsets name what is written, whatever the text', () => {
  fastCheck.assert(
    fastCheck.property(fastCheck.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let from = 0;
      for (const { written, start, end } of wordTokens(text)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(text.slice(start, end)).toBe(written);
        from = end;
      }
    }),
  );
});
