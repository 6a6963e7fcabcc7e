import { expect, test } from 'vitest';
import { patternFolder, readPathPatterns } from './path-patterns.ts';

const matches = (pattern: string, path: string): boolean => readPathPatterns([pattern]).matches(path);

test.for([
  ['library/*', 'library/handbook.pdf', true],
  ['library/*', 'library/old/handbook.pdf', false],
  ['library/**', 'library/old/1987/handbook.pdf', true],
  ['library/**', 'library', false],
  ['**/*.pdf', 'handbook.pdf', true],
  ['**/*.pdf', 'a/b/handbook.pdf', true],
  ['**/*.pdf', 'a/b/handbook.odt', false],
  ['**/notes/**/a*.md', 'x/notes/y/z/abc.md', true],
  ['*', 'a/b', false],
  ['a[1]?(b)+{c,d}!.txt', 'a[1]?(b)+{c,d}!.txt', true],
  ['a[1].txt', 'a1.txt', false],
  ['a*b*c', 'aXbYbZc', true],
  ['a*b*c', 'aXbYbZ', false],
  ['a**b', 'a--b', true],
  ['e\u0301te\u0301/*', '\u00E9t\u00E9/plan.pdf', true],
] as const)('%s names %s: %s', ([pattern, path, isNamed]) => {
  expect(matches(pattern, path)).toBe(isNamed);
});

test('hidden files and folders are never named', () => {
  for (const path of ['.env', 'library/.env', '.git/config', 'library/.git/config']) {
    expect(readPathPatterns(['**', '*', 'library/*', 'library/**', '.env']).matches(path)).toBe(false);
  }
});

test('folders in which nothing can match need not be looked into', () => {
  const { mayHold } = readPathPatterns(['library/*', 'notes/**/a.md']);
  expect(['', 'library', 'notes', 'notes/x/y'].map(mayHold)).toEqual([true, true, true, true]);
  expect(['other', 'library/old', '.git'].map(mayHold)).toEqual([false, false, false]);
});

test('a pattern made to take long takes no long time', () => {
  const start = performance.now();
  expect(matches('*a'.repeat(250), 'a'.repeat(249))).toBe(false);
  expect(matches('**/'.repeat(160) + 'b', 'a/'.repeat(400) + 'c')).toBe(false);
  expect(performance.now() - start).toBeLessThan(200);
});

test('new documents go to the folder before the first star', () => {
  expect(['library/*', 'a/b/**', '*', '**/*.pdf', 'a/b.pdf', 'a/x*/b'].map(patternFolder)).toEqual([
    'library',
    'a/b',
    '',
    '',
    'a',
    'a',
  ]);
});
