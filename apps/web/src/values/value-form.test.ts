import type { JsonValue } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { looksLikeMarkdown, valueForm } from './value-form.ts';

const file = { file: 'a'.repeat(64), name: 'x', mediaType: 'image/png', size: 3 };

const forms: readonly (readonly [string, JsonValue, string])[] = [
  ['a text', 'Hello', 'text'],
  ['a number', 3.5, 'number'],
  ['a truth', false, 'boolean'],
  ['nothing', null, 'json'],
  ['a table', { columns: ['a'], rows: [{ a: 1 }] }, 'table'],
  ['an empty table', { columns: [], rows: [] }, 'table'],
  ['an object that only begins like a table', { columns: ['a'], rows: 3 }, 'json'],
  ['an object with rows that are none', { columns: ['a'], rows: ['x'] }, 'json'],
  ['a conversation', [{ role: 'user', content: 'Hi' }], 'messages'],
  ['objects that have a role and more', [{ role: 'user', content: 'Hi', age: 3 }], 'json'],
  ['passages', [{ pageContent: 'x', metadata: {} }], 'passages'],
  ['a picture', file, 'image'],
  ['a drawing that may hold code', { ...file, mediaType: 'image/svg+xml' }, 'file'],
  ['another file', { ...file, mediaType: 'text/html' }, 'file'],
  ['a long value', { ref: 'b'.repeat(64), kind: 'text', size: 5e6, preview: 'It begins' }, 'reference'],
  ['a list', [1, 2], 'json'],
  ['an empty list', [], 'json'],
];

test.for(forms)('%s is shown in the form that suits it', ([, value, form]) => {
  expect(valueForm(value).form).toBe(form);
});

test('what is known of a value is known for good', () => {
  const table = { columns: ['a'], rows: [{ a: 1 }] };
  expect(valueForm(table)).toBe(valueForm(table));
});

test.for([
  '# Title',
  '1. First\n2. Second',
  '- a point',
  'This is **bold**.',
  '```\ncode\n```',
  'See [here](https://x.test)',
])('reads %j as Markdown', (text) => expect(looksLikeMarkdown(text)).toBe(true));

test.for(['Plain words.', 'a - b', '3.5 metres', '* ', '2 * 3 ** 4', '{"a": [1]}'])('reads %j as plain text', (text) =>
  expect(looksLikeMarkdown(text)).toBe(false),
);
