import type { AnyReasoningItem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { candidatesOf } from './candidates-of.ts';

const candidate = (id: string, round = 0): AnyReasoningItem => ({
  form: 'candidate',
  data: { id, text: `Prompt ${id}`, round },
});
const score = (id: string, on: 'train' | 'held-out' | 'all', value: number): AnyReasoningItem => ({
  form: 'score',
  data: { candidate: id, on, value },
});
const ranked = (items: readonly AnyReasoningItem[]) => candidatesOf(items)?.ranked.map(({ id }) => id);

test('the rank follows what they are chosen by, then how they came; what was held out moves nobody', () => {
  const items = [candidate('a'), candidate('b'), candidate('c', 1), candidate('d')];
  expect(ranked(items)).toEqual(['a', 'b', 'c', 'd']);
  items.push(score('d', 'train', 0.4), score('b', 'train', 0.9));
  expect(ranked(items)).toEqual(['b', 'd', 'a', 'c']);
  items.push(score('d', 'held-out', 1), score('b', 'held-out', 0.5));
  expect(ranked(items)).toEqual(['b', 'd', 'a', 'c']);
});

test('the chosen one is marked, scores bring their counts, rounds are counted', () => {
  const found = candidatesOf([
    candidate('a'),
    candidate('b', 2),
    { form: 'score', data: { candidate: 'b', on: 'train', value: 0.8, right: 8, of: 10 } },
    { form: 'choice', data: { candidate: 'b' } },
  ]);
  expect(found).toMatchObject({ rounds: 3, lowest: 0, highest: 1 });
  expect(found?.ranked[0]).toMatchObject({ id: 'b', isChosen: true, train: { value: 0.8, right: 8, of: 10 } });
});

test('scores that are no shares have bars of their own length; those of nobody are left out', () => {
  const found = candidatesOf([candidate('a'), score('a', 'all', 60), score('x', 'all', 900)]);
  expect(found?.highest).toBe(60);
  expect(candidatesOf([score('x', 'all', 900)])).toBeUndefined();
  const likely = candidatesOf([candidate('a'), candidate('b'), score('a', 'train', -3), score('b', 'train', -0.5)]);
  expect(likely).toMatchObject({ lowest: -3, highest: -0.5 });
  const tiny = candidatesOf([candidate('a'), candidate('b'), score('a', 'train', 0.004), score('b', 'train', 0.001)]);
  expect(tiny).toMatchObject({ lowest: 0, highest: 0.004 });
});

test('shares of counted examples have bars that end at 1, however few are right', () => {
  const item: AnyReasoningItem = {
    form: 'score',
    data: { candidate: 'a', on: 'train', value: 0.05, right: 1, of: 20 },
  };
  expect(candidatesOf([candidate('a'), item])).toMatchObject({ lowest: 0, highest: 1 });
  expect(candidatesOf([candidate('a'), score('a', 'train', 0)])).toMatchObject({ lowest: 0, highest: 1 });
});
