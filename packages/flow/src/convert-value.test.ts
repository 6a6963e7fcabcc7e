import { expect, test } from 'vitest';
import { convertValue } from './convert-value.ts';
import type { Kind } from './kind.ts';

const text: Kind = { kind: 'text' };
const json: Kind = { kind: 'json' };
const table: Kind = { kind: 'table' };
const rows = { columns: ['a'], rows: [{ a: 1 }, { a: null }] };

test('scalars are written as text', () => {
  expect(convertValue(0.5, { kind: 'number' }, text)).toBe('0.5');
  expect(convertValue(false, { kind: 'boolean' }, text)).toBe('false');
  expect(convertValue('short', { kind: 'choice' }, text)).toBe('short');
});

test('JSON is written indented; a text of JSON stays as it is', () => {
  expect(convertValue({ a: [1] }, json, text)).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(convertValue('Paris', json, text)).toBe('Paris');
});

test('a table is its rows', () => {
  expect(convertValue(rows, table, json)).toEqual(rows.rows);
  expect(convertValue(rows, table, text)).toBe(JSON.stringify(rows.rows, undefined, 2));
  expect(convertValue(rows, table, { kind: 'list', of: { kind: 'variable', name: 'T' } })).toEqual(rows.rows);
});

test('a text is a message of the user, a conversation is its last text', () => {
  const messages = [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello' },
  ];
  expect(convertValue('Hi', text, { kind: 'messages' })).toEqual([messages[0]]);
  expect(convertValue(messages, { kind: 'messages' }, text)).toBe('Hello');
  expect(convertValue([], { kind: 'messages' }, text)).toBe('');
});

test('passages are joined by blank lines', () => {
  const passages = [
    { pageContent: 'One.', metadata: {} },
    { pageContent: 'Two.', metadata: {} },
  ];
  expect(convertValue(passages, { kind: 'passages' }, text)).toBe('One.\n\nTwo.');
  expect(convertValue(passages, { kind: 'documents' }, json)).toEqual(passages);
});

test('one item becomes a list, and a list is converted item by item', () => {
  expect(convertValue(1, { kind: 'number' }, { kind: 'list', of: text })).toEqual(['1']);
  expect(convertValue([1, 2], { kind: 'list', of: { kind: 'number' } }, { kind: 'list', of: text })).toEqual([
    '1',
    '2',
  ]);
  expect(convertValue([rows], { kind: 'list', of: table }, json)).toEqual([rows.rows]);
});

test('JSON of unknown form is a list when it is one, else its one item', () => {
  expect(convertValue([1, 2], json, { kind: 'list', of: json })).toEqual([1, 2]);
  expect(convertValue({ a: 1 }, json, { kind: 'list', of: json })).toEqual([{ a: 1 }]);
});
