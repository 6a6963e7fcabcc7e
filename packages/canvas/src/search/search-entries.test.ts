import fastCheck from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, unfoldPlace } from './fold-text.ts';
import { searchEntries, type SearchEntry } from './search-entries.ts';

const node = (id: string, text: string): SearchEntry => ({ place: { of: 'node', node: id }, title: id, text });
const field = (id: string, text: string): SearchEntry => ({
  place: { of: 'field', node: id, port: 'prompt' },
  title: id,
  text,
});
const marked = (entries: readonly SearchEntry[], query: string): readonly string[] =>
  searchEntries(entries, query).flatMap(({ results }) =>
    results.map(({ excerpt }) => excerpt.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')),
  );

test('names and fields are found by any of their words, grouped, whatever the case and accents', () => {
  const entries = [field('ask', 'Résume le texte en français'), node('sum', 'Resume maker'), node('other', 'Split')];
  const groups = searchEntries(entries, 'RESUME');
  expect(groups.map(({ of, count }) => [of, count])).toEqual([
    ['node', 1],
    ['field', 1],
  ]);
  expect(marked(entries, 'résume')).toEqual(['[Resume] maker', '[Résume] le texte en français']);
});

test('a long text is cut around what was found', () => {
  const text = `${'before '.repeat(40)}the loom${' after'.repeat(40)}`;
  const [excerpt = ''] = marked([field('a', text)], 'the loom');
  expect(excerpt).toMatch(/^….{20,40}\[the loom\] after.*…$/);
  expect(excerpt.length).toBeLessThan(150);
});

test('several words may stand apart; all of them must be there', () => {
  const entries = [field('a', 'Sort each ticket by its urgency'), field('b', 'Sort the mail')];
  expect(marked(entries, 'urgency sort')).toEqual(['[Sort] each ticket by its [urgency]']);
});

test('what begins with the query comes first, and nothing is found by nothing', () => {
  const entries = [node('a', 'My chat'), node('b', 'Chat model')];
  expect(marked(entries, 'chat')).toEqual(['[Chat] model', 'My [chat]']);
  expect(searchEntries(entries, '  ')).toEqual([]);
});

test('what is shown are words of the text itself, whatever letters it has', () => {
  const letters = fastCheck.string({
    unit: fastCheck.constantFrom('a', 'é', 'e\u0301', 'İ', 'ß', '😀', 'x', ' '),
    minLength: 1,
  });
  fastCheck.assert(
    fastCheck.property(letters, (text) => {
      expect(unfoldPlace(text, foldText(text).length)).toBe(text.length);
      const parts = searchEntries([node('a', text)], 'x')[0]?.results[0]?.excerpt ?? [];
      const matches = parts.filter(({ isMatch }) => isMatch).map((part) => foldText(part.text));
      expect(new Set([...matches, 'x'])).toEqual(new Set(['x']));
    }),
  );
});
