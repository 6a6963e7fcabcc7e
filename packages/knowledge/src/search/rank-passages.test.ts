import fastCheck from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, type RankingTask, rankPassages } from './rank-passages.ts';
import { inverseFrequency } from './word-evidence.ts';

const passages = 1_000;
const term = (word: string, holders: number): RankingTask['terms'][number] => ({
  word,
  stems: { en: [word] },
  passages: holders,
  weight: inverseFrequency(holders, passages),
});
const candidate = (number: number, body: string, cosine?: number, around: string[] = []): Candidate => ({
  number,
  words: { language: 'en', title: [], headings: [], body: body.split(' ').filter((word) => word !== '') },
  around: around.map((text) => text.split(' ')),
  ...(cosine !== undefined && { meaning: { cosine, inContext: cosine } }),
});
const task = (candidates: readonly Candidate[], others: Partial<RankingTask> = {}): RankingTask => ({
  mode: 'hybrid',
  terms: [term('loom', 5), term('weave', 40), term('cloth', 300)],
  candidates,
  averageLength: () => 4,
  passages,
  spread: { mean: 0.2, deviation: 0.1 },
  ...others,
});
const order = (given: RankingTask): number[] => rankPassages(given).passages.map(({ number }) => number);

test('a rare word tells more than a common one, and more words more than one', () => {
  const some = [candidate(1, 'cloth cloth x x'), candidate(2, 'loom x x x'), candidate(3, 'loom weave x x')];
  expect(order(task(some))).toEqual([3, 2, 1]);
  expect(order(task(some, { mode: 'keyword' }))).toEqual([3, 2, 1]);
});

test('a question in the documents’ words is answered by words, one in others by meaning', () => {
  const words = candidate(1, 'loom weave cloth x', 0.3);
  const near = candidate(2, 'x x x x', 0.6);
  expect(order(task([words, near]))).toEqual([1, 2]);
  const other = { terms: [term('loom', 5), term('spin', 0), term('yarn', 0), term('dye', 0), term('cloth', 300)] };
  const coincidence = candidate(1, 'cloth x x x', 0.3);
  const report = rankPassages(task([coincidence, near], other));
  expect(report.passages.map(({ number }) => number)).toEqual([2, 1]);
  expect(report.meaningWeight).toBe(0.9);
});

test('what stands next to a passage counts in hybrid, and not for words alone', () => {
  const alone = candidate(1, 'loom x x x');
  const among = candidate(2, 'loom x x x', undefined, ['weave weave cloth']);
  expect(order(task([alone, among]))).toEqual([2, 1]);
  expect(order(task([alone, among], { mode: 'keyword' }))).toEqual([1, 2]);
});

test('a passage that holds half of the question, or is nearer than coincidence brings, is a strong match', () => {
  const strengths = (candidates: readonly Candidate[]): string[] =>
    rankPassages(task(candidates)).passages.map(({ match }) => match.strength);
  expect(strengths([candidate(1, 'loom weave x x')])).toEqual(['strong']);
  expect(strengths([candidate(1, 'cloth x x x')])).toEqual(['partial']);
  expect(strengths([candidate(1, 'x x x x', 0.9)])).toEqual(['strong']);
  expect(strengths([candidate(1, 'x x x x', 0.4)])).toEqual(['partial']);
});

test('all figures lie within 0 and 1, and scores fall with rank', () => {
  const words = fastCheck.array(fastCheck.constantFrom('loom', 'weave', 'cloth', 'x', 'y'), { maxLength: 12 });
  const one = fastCheck.record({ words, cosine: fastCheck.double({ min: -1, max: 1, noNaN: true }) });
  const mode = fastCheck.constantFrom('hybrid', 'keyword', 'dense' as const);
  fastCheck.assert(
    fastCheck.property(fastCheck.array(one, { minLength: 1, maxLength: 8 }), mode, (all, mode) => {
      const candidates = all.map(({ words, cosine }, at) => candidate(at + 1, words.join(' '), cosine));
      const ranking = rankPassages(task(candidates, { mode }));
      const matches = ranking.passages.map(({ match }) => match);
      const figures = matches.flatMap(({ score, coverage, words = 0 }) => [score, coverage, words]);
      expect([...figures, ranking.coverage, ranking.meaningWeight].every((value) => value >= 0 && value <= 1)).toBe(
        true,
      );
      const scores = matches.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }),
  );
});

test('nothing to go by gives nothing', () => {
  expect(rankPassages(task([]))).toMatchObject({ passages: [], coverage: 0, meaningWeight: 0 });
  expect(order(task([candidate(1, 'x x')], { terms: [] }))).toEqual([]);
});
