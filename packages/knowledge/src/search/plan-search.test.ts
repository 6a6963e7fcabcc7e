import { loadLanguageTools } from '@jacquard/node-kit';
import { expect, test } from 'vitest';
import { planSearch, type PlanTask } from './plan-search.ts';

const tools = await loadLanguageTools();
const task = (question: string, others: Partial<PlanTask> = {}): PlanTask => ({
  question,
  history: undefined,
  mode: 'hybrid',
  languages: ['en', 'fr'],
  hasEmbeddings: true,
  knownLanguages: ['en'],
  ...others,
});
/** Words that the documents hold. */
const isHeld = (language: string, stems: readonly string[]): boolean =>
  (language === 'fr' && stems.includes('amend')) || (language === 'en' && stems.includes('fine'));

test('a word that tells no language by itself is in that of the documents that hold it', () => {
  expect(planSearch(task('amende'), tools, isHeld)).toMatchObject({ language: 'fr', meaning: 'language-unknown' });
  expect(planSearch(task('fines'), tools, isHeld)).toMatchObject({ language: 'en', meaning: 'used' });
  expect(planSearch(task('xyzzy'), tools, isHeld)).toMatchObject({ language: 'und', meaning: 'used' });
});

test('meaning is used where it is asked for, there and known', () => {
  const plan = (others: Partial<PlanTask>): string =>
    planSearch(task('What are the fines for late books?', others), tools, isHeld).meaning;
  expect(plan({})).toBe('used');
  expect(plan({ mode: 'keyword' })).toBe('not-asked');
  expect(plan({ hasEmbeddings: false })).toBe('no-embeddings');
  expect(plan({ knownLanguages: ['fr'] })).toBe('language-unknown');
  expect(plan({ knownLanguages: undefined })).toBe('used');
});
