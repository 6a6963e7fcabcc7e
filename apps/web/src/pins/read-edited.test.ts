import { expect, test } from 'vitest';
import { isWrittenPlainly, readEdited, textToEdit } from './read-edited.ts';

test('a text is written as it is, anything else as JSON', () => {
  const text = { kind: 'text' } as const;
  expect(textToEdit(text, 'a "b"')).toBe('a "b"');
  expect(readEdited('12', text, true)).toEqual({ value: '12' });
  const number = { kind: 'number' } as const;
  expect(isWrittenPlainly(number, 12)).toBe(false);
  expect(readEdited(textToEdit(number, 12), number, false)).toEqual({ value: 12 });
  expect(readEdited('[1, 2]', { kind: 'any' }, false)).toEqual({ value: [1, 2] });
});

test('what is no JSON names its place; what is of another kind says so', () => {
  expect(readEdited('[1,\n 2,\n x]', { kind: 'any' }, false)).toMatchObject({
    problem: { code: 'json-invalid', params: { line: 3, found: 'x' } },
  });
  expect(readEdited('"x"', { kind: 'number' }, false)).toMatchObject({ problem: { code: 'value-wrong-kind' } });
  expect(readEdited('c', { kind: 'choice', options: ['a', 'b'] }, true)).toMatchObject({
    problem: { code: 'value-not-an-option' },
  });
});
