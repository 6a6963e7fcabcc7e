import { expect, test } from 'vitest';
import { inputOfValue } from './input-of-value.ts';

const label = { en: 'Prompt', fr: 'Prompt' };

test('a text of several lines is written line by line, so that it diffs line by line', () => {
  expect(inputOfValue('one\ntwo', { kind: { kind: 'text' }, label })).toEqual({ lines: ['one', 'two'] });
});

test('the default and what is empty are not written', () => {
  const port = { kind: { kind: 'number' as const }, label, default: 5 };
  expect(inputOfValue(5, port)).toBeUndefined();
  expect(inputOfValue('', { kind: { kind: 'text' }, label })).toBeUndefined();
});

test('objects stand as JSON as it is, lists of texts as lists', () => {
  expect(inputOfValue({ a: 1 }, { kind: { kind: 'json' }, label })).toEqual({ value: { a: 1 } });
  expect(inputOfValue(['a', 'b'], { kind: { kind: 'list', of: { kind: 'text' } }, label })).toEqual(['a', 'b']);
});

test('a secret is written by its name', () => {
  expect(inputOfValue('mistral', { kind: { kind: 'text' }, label, secret: true })).toEqual({ secret: 'mistral' });
});
