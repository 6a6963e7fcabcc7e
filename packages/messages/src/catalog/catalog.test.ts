import { expect, test } from 'vitest';
import { placeholdersOf } from '../render-message.ts';
import { catalog, catalogAreas } from './index.ts';

const texts = Object.entries(catalog).flatMap(([code, { title, detail, hint }]) =>
  [title, detail, ...(hint ? [hint] : [])].map((words) => ({ code, words })),
);

test('every entry has both languages, and their placeholders agree', () => {
  expect(texts.filter(({ words }) => words.en.trim() === '' || words.fr.trim() === '')).toEqual([]);
  const disagreeing = texts.filter(
    ({ words }) => placeholdersOf(words.en).join(' ') !== placeholdersOf(words.fr).join(' '),
  );
  expect(disagreeing).toEqual([]);
});

test('a code stands in one area alone, in kebab-case', () => {
  const codes = catalogAreas.flatMap((area) => Object.keys(area));
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.filter((code) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code))).toEqual([]);
});

test('details and hints are sentences', () => {
  const sentences = Object.entries(catalog).flatMap(([, { detail, hint }]) => [detail, ...(hint ? [hint] : [])]);
  const ends = sentences.flatMap((words) => [words.en, words.fr]);
  expect(ends.filter((text) => !/[.?!…»"}\]]$/.test(text))).toEqual([]);
});
