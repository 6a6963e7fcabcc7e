import type { Passage } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { takeBest } from './take-best.ts';

const lengths = [1_500, 1_500, 1_200, 900, 100, 50];
const ranked = lengths.map((_, number) => ({
  number,
  match: { strength: 'partial' as const, score: 1 - number / 10, coverage: 0 },
}));
const read = (number: number): Passage => ({
  pageContent: 'x'.repeat(lengths[number] ?? 0),
  metadata: {
    document: 'd',
    source: String(number),
    mediaType: 'text/plain',
    language: 'en',
    headings: [],
    start: 0,
    end: 1,
    position: 0,
  },
});
const sources = (options: Parameters<typeof takeBest>[1]): string[] =>
  takeBest(ranked, options, read).map(({ metadata }) => metadata.source);

test('unless told how many, passages make up 4,000 characters, and a shorter one fills what is left', () => {
  expect(sources({})).toEqual(['0', '1', '3', '4']);
  expect(takeBest(ranked, {}, read).map(({ metadata }) => metadata.match?.rank)).toEqual([1, 2, 3, 4]);
});

test('told how many, length doesn’t matter', () => {
  expect(sources({ top: 3 })).toEqual(['0', '1', '2']);
  expect(sources({ top: 3, threshold: 0.85 })).toEqual(['0', '1']);
});

test('the first passage is given however long it is, and never more than sixteen', () => {
  const long = (number: number): Passage => ({ ...read(number), pageContent: 'x'.repeat(9_000) });
  expect(takeBest(ranked, {}, long)).toHaveLength(1);
  const many = Array.from({ length: 10 }, () => ranked).flat();
  expect(takeBest(many, {}, () => ({ ...read(5) }))).toHaveLength(16);
});
