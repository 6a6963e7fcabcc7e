import { expect, test } from 'vitest';
import { locatePointer } from './locate-pointer.ts';

const text = '{\n  "name": "Ada",\n  "tags": [1, {"a\\"b": true}]\n}';
const at = (pointer: string): string => {
  const { from, to } = locatePointer(text, pointer);
  return text.slice(from, to);
};

test('a value is found by its pointer, through lists and escaped keys', () => {
  expect(at('/name')).toBe('"Ada"');
  expect(at('/tags/0')).toBe('1');
  expect(at('/tags/1/a"b')).toBe('true');
  expect(at('')).toBe(text);
});

test('what is missing is shown where it is missing from', () => {
  expect(at('/age')).toBe('{');
  expect(locatePointer(text, '/tags/7').from).toBe(text.indexOf('['));
});
