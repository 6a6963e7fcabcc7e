import { expect, test } from 'vitest';
import { english } from './en/index.ts';
import { french } from './fr/index.ts';

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

test('every text is shown somewhere', () => {
  const modules = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../i18n/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const source = Object.values(modules).join('\n');
  const named = new Set([...source.matchAll(/['"`]([a-z]+\.[a-z-]+)['"`]/g)].map(([, key = '']) => key));
  const prefixes = [...source.matchAll(/`([a-z]+\.[a-z-]*)\$\{/g)].map(([, prefix = '']) => prefix);
  const unused = Object.keys(english).filter((key) => {
    const plain = key.replace(/_(one|other)$/, '');
    return !named.has(plain) && !prefixes.some((prefix) => key.startsWith(prefix));
  });
  expect(unused).toEqual([]);
});
