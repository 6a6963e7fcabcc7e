import { globSync, readFileSync } from 'node:fs';
import { catalog } from '@jacquard/messages';
import type { Words } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { loadNodes } from './node-families.ts';

const root = new URL('../../', import.meta.url);
const descriptors = (await loadNodes()).map(({ descriptor }) => descriptor);

/** Every text that a person reads of a node type, with its place. */
function wordsIn(value: unknown, place: string): readonly { readonly place: string; readonly words: Words }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'fr' in value) return [{ place, words: value as Words }]; // boundary: descriptors are checked elsewhere
  return Object.entries(value).flatMap(([key, inner]) => wordsIn(inner, `${place}.${key}`));
}

const words = descriptors.flatMap(({ example: _example, ...descriptor }) => wordsIn(descriptor, descriptor.type));

test.each(descriptors)(
  '$type has a summary, a documentation and words to find it by',
  ({ summary, documentation, keywords }) => {
    expect(summary.en).toMatch(/[.!?]$/);
    expect(documentation?.en).toContain('Hint: ');
    expect(documentation?.fr).toContain('Astuce\u00A0: ');
    expect(keywords).toBeDefined();
  },
);

test('what is more than a few words differs between the languages', () => {
  const same = words.filter(({ words: { en, fr } }) => en === fr && en.split(' ').length > 2 && !/^\W|:\/\//u.test(en));
  expect(same).toEqual([]);
});

test('titles differ, but for words that both languages have', () => {
  const same = descriptors.filter(({ title }) => title.en === title.fr).map(({ title }) => title.en);
  expect(same).toEqual([]);
});

test('French has its spaces and apostrophes', () => {
  expect(words.filter(({ words: { fr } }) => / [:;?!»]|« |'/u.test(fr)).map(({ place }) => place)).toEqual([]);
  expect(words.filter(({ words: { en } }) => /'|"/u.test(en)).map(({ place }) => place)).toEqual([]);
});

/** Words of the code; `{scope}` in a template is the name of a param. */
const technical = /(?<!\p{L})(?:components?|steps?|scopes?|plans?|run events?|chunks?|composants?|étapes?)(?!\p{L})/iu;

/** Names that papers gave their strategies. */
const strategies = /plan[- ]and[- ]solve|step[- ]back|step by step|étape par étape/giu;

test('no words of the workshop on the first level', () => {
  const found = words.filter(
    ({ place, words: { en, fr } }) =>
      !place.endsWith('keywords') && technical.test(`${en} ${fr}`.replaceAll(strategies, ' ')),
  );
  expect(found.map(({ place }) => place)).toEqual([]);
});

test('no words of the workshop in messages', () => {
  const found = wordsIn(catalog, 'catalog').filter(({ words: { en, fr } }) =>
    technical.test(`${en} ${fr}`.replaceAll(/\{\w+[^}|]*\}|\[\[|\]\]/gu, ' ')),
  );
  expect(found.map(({ place }) => place)).toEqual([]);
});

test('every problem that a node throws has its sentences', () => {
  const sources = globSync(['nodes/*/src/**/*.ts', 'packages/node-kit/src/**/*.ts'], { cwd: root })
    .filter((path) => !path.endsWith('.test.ts') && !path.includes('/testing/'))
    .map((path) => readFileSync(new URL(path, root), 'utf8'));
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/new Problem\(\s*'([a-z-]+)'/gu)].map(([, code]) => code ?? ''),
  );
  expect(codes.length).toBeGreaterThan(20);
  expect([...new Set(codes)].filter((code) => !Object.hasOwn(catalog, code))).toEqual([]);
});
