import { loadLanguageTools, type Passage } from '@jacquard/node-kit';
import { fakePassage } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { decide } from './decide.ts';
import { quote } from './quote.ts';
import { readPassages } from './read-passages.ts';
import { readQuestion } from './read-question.ts';
import { createWordReader } from './word-reader.ts';

const reader = createWordReader(await loadLanguageTools());

function quotesFor(question: string, passages: readonly Passage[]) {
  const asked = readQuestion(question, undefined, reader);
  return quote(decide(asked, readPassages(passages, asked.language, reader), undefined), false);
}
const textsFor = (question: string, ...texts: readonly string[]): string[] =>
  quotesFor(
    question,
    texts.map((text, index) => fakePassage(`${index}.md`, text)),
  ).map(({ text }) => text);

test('a quotation is the passage’s own words, and its offsets are the document’s', () => {
  const document = 'Opening hours\n\nThe museum opens at 10:00. It closes at 18:00. Dogs wait outside.';
  const start = document.indexOf('The museum');
  const passage = fakePassage('a.md', document.slice(start));
  const placed = { ...passage, metadata: { ...passage.metadata, start, end: document.length } };
  const [found] = quotesFor('Where do dogs wait?', [placed]);
  expect(found).toMatchObject({ number: 1, text: 'Dogs wait outside.' });
  expect(document.slice(found?.start, found?.end)).toBe('Dogs wait outside.');
});

test('a condition in the next sentence, and what a pronoun leans on, come along', () => {
  expect(
    textsFor('May dogs come in?', 'The museum is old. Dogs may come in. Except for assistance dogs, they need a lead.'),
  ).toEqual(['Dogs may come in. Except for assistance dogs, they need a lead.']);
  expect(textsFor('How much is the deposit?', 'A locker can be used. It costs a deposit of £2.')).toEqual([
    'A locker can be used. It costs a deposit of £2.',
  ]);
});

test('passages that contradict each other are both quoted, equal ones once', () => {
  const texts = textsFor('How many books may I borrow?', 'You may borrow ten books.', 'You may borrow 12 books.');
  expect(texts).toEqual(['You may borrow ten books.', 'You may borrow 12 books.']);
  expect(textsFor('How many books may I borrow?', 'You may borrow 12 books.', 'You may borrow 12 books.')).toHaveLength(
    1,
  );
});

test('a table’s row is quoted with its header; its offsets are the row’s', () => {
  const header = 'Service | Price';
  const rows = 'Copy | £0.10\nLaminating | £0.95';
  const content = `Fees\n${header}\n${rows}`;
  const passage = fakePassage('fees.csv', content);
  const table = { name: 'Fees', header: ['Service', 'Price'], firstRow: 2, lastRow: 3, count: 2, total: 2 };
  const placed = { ...passage, metadata: { ...passage.metadata, start: 100, end: 100 + rows.length, table } };
  const [found] = quotesFor('How much is laminating?', [placed]);
  expect(found?.text).toBe(`${header}\nLaminating | £0.95`);
  expect([found?.start, found?.end]).toEqual([100 + rows.indexOf('Laminating'), 100 + rows.length]);
});

test('at most two quotations make a clear answer', () => {
  const texts = Array.from({ length: 6 }, (_item, index) => `In hall ${index}, lockers cost £${index + 1} a day.`);
  expect(textsFor('How much do lockers cost?', ...texts).length).toBeLessThanOrEqual(2);
});
