import { expect, test } from 'vitest';
import { english as firstEnglish } from './en/index.ts';
import { laterEnglish } from './en/later.ts';
import { french as firstFrench } from './fr/index.ts';
import { laterFrench } from './fr/later.ts';

const english = { ...firstEnglish, ...laterEnglish };
const french = { ...firstFrench, ...laterFrench };

/** Words of the code, which the page never uses; `{{name}}` is the name of a param. */
const technical = /(?<!\p{L})(?:components?|steps?|scopes?|plans?|run events?|chunks?|composants?|étapes?)(?!\p{L})/iu;

test.each([
  ['English', english],
  ['French', french],
])('no words of the workshop in %s', (_language, texts) => {
  const found = Object.entries(texts).filter(([, text]) => technical.test(text.replaceAll(/\{\{.*?\}\}/g, ' ')));
  expect(found).toEqual([]);
});

test('both languages name the same params', () => {
  const params = (text: string): readonly string[] =>
    [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name).toSorted();
  const odd = Object.entries(english).filter(([key, text]) => {
    const other: string = french[key as keyof typeof french]; // boundary: both have the same keys, by type
    return params(text).join(' ') !== params(other).join(' ');
  });
  expect(odd).toEqual([]);
});

const modules = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../i18n/**', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

test('no text is missing in a language, or left in the other one', () => {
  const texts: Readonly<Record<string, string>> = french;
  expect(Object.keys(texts).toSorted()).toEqual(Object.keys(english).toSorted());
  const odd = Object.entries(english).filter(([key, text]) => {
    const words = text.replaceAll(/\{\{\w+\}\}/g, '').match(/\p{L}{2,}/gu) ?? [];
    return text.trim() === '' || texts[key]?.trim() === '' || (words.length > 2 && texts[key] === text);
  });
  expect(odd).toEqual([]);
});

test('what is counted has its form for many', () => {
  const single = Object.keys(english).filter((key) => key.endsWith('_one'));
  expect(single.filter((key) => !Object.hasOwn(english, key.replace(/_one$/, '_other')))).toEqual([]);
});

test('no text stands in the markup itself, where it would have one language', () => {
  const attribute = /\b(?:aria-label|title|placeholder|label|alt|description)="([^"]*\p{L}{2}[^"]*)"/gu;
  const between = /<[A-Za-z][^<>{}]*>\s*([^<>{}]*\p{L}{2}[^<>{}]*?)\s*<\/[A-Za-z]/gu;
  // Names, and examples of ids and addresses, are the same in every language.
  const isName = (words: string): boolean => /^(?:JSON|CSV|Jacquard|[a-z-]+|https:\/\/\S+)$/.test(words);
  const found = Object.entries(modules)
    .filter(([path]) => path.endsWith('.tsx'))
    .flatMap(([path, text]) =>
      [...text.matchAll(attribute), ...text.matchAll(between)]
        .filter(([, words = '']) => !isName(words))
        .map(([, words]) => `${path}: ${words}`),
    );
  expect(found).toEqual([]);
});

test('every text is shown somewhere', () => {
  const source = Object.values(modules).join('\n');
  const named = new Set([...source.matchAll(/['"`]([a-z]+\.[a-z-]+)['"`]/g)].map(([, key = '']) => key));
  const prefixes = [...source.matchAll(/`([a-z]+\.[a-z-]*)\$\{/g)].map(([, prefix = '']) => prefix);
  const unused = Object.keys(english).filter((key) => {
    const plain = key.replace(/_(one|other)$/, '');
    return !named.has(plain) && !prefixes.some((prefix) => key.startsWith(prefix));
  });
  expect(unused).toEqual([]);
});
