import { expect, test } from 'vitest';
import { parseJsonText } from './parse-json-text.ts';

test.each([
  ['{"a": 1}', { a: 1 }],
  [' [1, 2]\n', [1, 2]],
  ['```json\n{"a": 1}\n```', { a: 1 }],
  ['Here it is:\n```\n{"a": 1}\n```\nAnything else?', { a: 1 }],
  ['```JSON\r\n{"a": 1}\r\n```', { a: 1 }],
  ['\uFEFFnull', null],
])('%j is read', (text, value) => {
  expect(parseJsonText(text)).toEqual({ value });
});

test.each(['', 'Sure!', "{'a': 1}", '{"a": 1,}', '```json\nno\n```'])('%j is not repaired', (text) => {
  expect(parseJsonText(text)).toHaveProperty('fault');
});
