import { loadLanguageTools, type Passage } from '@jacquard/node-kit';
import { fakePassage } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { quoteAnswer } from './answer-question.ts';
import { asksForTotal } from './count-rows.ts';
import { createWordReader } from './word-reader.ts';

const reader = createWordReader(await loadLanguageTools());

test.each([
  ['How many visitors came altogether?', true],
  ['What is the total of the fines?', true],
  ['Combien de visiteurs en tout ?', true],
  ['Quelle est la somme des amendes ?', true],
  ['How many visitors came to the parade?', false],
  ['Combien coûte la carte ?', false],
])('%s: %s', (question, asks) => {
  expect(asksForTotal(question)).toBe(asks);
});

function rows(first: number, events: readonly string[]): Passage {
  const lines = events.map((name, index) => `${name} | ${20 + index}`).join('\n');
  const passage = fakePassage('figures.xlsx', `Event | Visitors\n${lines}`, first);
  const table = { header: ['Event', 'Visitors'], firstRow: first, lastRow: first + events.length - 1 };
  return { ...passage, metadata: { ...passage.metadata, table: { ...table, count: events.length, total: 112 } } };
}

test('a total over a table says how many rows were read of how many, and sums nothing', () => {
  const passages = [rows(2, ['Parade', 'Fair']), rows(10, ['Concert'])];
  const answer = quoteAnswer({ question: 'How many visitors came to all events in total?', passages, reader });
  expect(answer.rows).toEqual({ read: 3, total: 112 });
  expect(answer.quotations.map(({ text }) => text).join('\n')).not.toContain('61');
});

test('a question for one row reads it, and counts nothing', () => {
  const passages = [rows(2, ['Parade', 'Fair'])];
  const answer = quoteAnswer({ question: 'How many visitors came to the fair?', passages, reader });
  expect(answer).toMatchObject({ outcome: 'answered', quotations: [{ text: 'Event | Visitors\nFair | 21' }] });
  expect(answer.rows).toBeUndefined();
});
