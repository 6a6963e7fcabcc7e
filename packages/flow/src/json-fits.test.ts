import { expect, test } from 'vitest';
import { jsonFits } from './json-fits.ts';
import type { JsonSchema, JsonValue } from './json.ts';

const person: JsonSchema = {
  type: 'object',
  properties: { name: { type: 'string', minLength: 1 }, age: { type: 'integer', minimum: 0 } },
  required: ['name'],
  additionalProperties: false,
};

const cases: readonly (readonly [value: JsonValue, schema: JsonSchema, expected: string | undefined])[] = [
  [{ name: 'Ada', age: 36 }, person, undefined],
  [{ age: 36 }, person, 'required /name'],
  [{ name: '' }, person, 'minLength /name'],
  [{ name: 'Ada', age: 3.5 }, person, 'type /age'],
  [{ name: 'Ada', constructor: 1 }, person, 'additionalProperties /constructor'],
  [[1, 2], { type: 'array', items: { maximum: 1 } }, 'maximum /1'],
  [[1, 2], { maxItems: 1 }, 'maxItems '],
  ['b', { enum: ['a'] }, 'enum '],
  ['b', { anyOf: [{ const: 'a' }, { const: 'b' }] }, undefined],
  [3, { oneOf: [{ type: 'number' }, { type: 'integer' }] }, 'oneOf '],
  [3, { allOf: [{ minimum: 1 }, { maximum: 2 }] }, 'maximum '],
  [null, { type: ['string', 'null'] }, undefined],
  [1, { $ref: '#/$defs/text', $defs: { text: { type: 'string' } } }, 'type '],
];

test.each(cases)('%j against %j', (value, schema, expected) => {
  const mismatch = jsonFits(value, schema);
  expect(mismatch && `${mismatch.keyword} ${mismatch.place}`).toBe(expected);
});

test('a schema that refers to itself follows the value and ends with it', () => {
  const list: JsonSchema = { type: 'object', properties: { next: { $ref: '#' } }, required: ['value'] };
  expect(jsonFits({ value: 1, next: { value: 2 } }, list)).toBeUndefined();
  expect(jsonFits({ value: 1, next: {} }, list)?.place).toBe('/next/value');
});

test('a schema that turns on the spot is refused, not followed for ever', () => {
  expect(jsonFits(1, { allOf: [{ $ref: '#' }, { $ref: '#' }] })?.keyword).toBe('depth');
});

test('what would take for ever ends after so many steps', () => {
  const itself = { anyOf: [{ $ref: '#' }, { $ref: '#' }] };
  expect(jsonFits(1, itself, 1_000)).toMatchObject({ place: '' });
  const numbers = Array.from({ length: 100 }, () => 1);
  const late: JsonSchema = { items: { anyOf: [...numbers.map(() => ({ type: 'null' })), { type: 'number' }] } };
  expect([jsonFits(numbers, late, 5_000)?.keyword, jsonFits(numbers, late)]).toEqual(['anyOf', undefined]);
  expect(jsonFits(numbers, { items: { enum: [...numbers.map(String), 1] } }, 5_000)?.keyword).toBe('steps');
});
