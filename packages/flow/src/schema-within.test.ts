import { expect, test } from 'vitest';
import type { JsonSchema } from './json.ts';
import { schemaWithin } from './schema-within.ts';

const cases: readonly (readonly [
  name: string,
  source: JsonSchema,
  target: JsonSchema,
  expected: string | undefined,
])[] = [
  ['everything is within nothing said', { type: 'string' }, {}, undefined],
  ['an integer is a number', { type: 'integer' }, { type: 'number' }, undefined],
  ['a number is no integer', { type: 'number' }, { type: 'integer' }, ''],
  ['one of two types', { type: 'string' }, { type: ['string', 'null'] }, undefined],
  ['words do not count', { type: 'string', title: 'a' }, { type: 'string', description: 'b' }, undefined],
  ['an option of several', { enum: ['a'] }, { enum: ['a', 'b'] }, undefined],
  ['an option too many', { enum: ['a', 'c'] }, { enum: ['a', 'b'] }, ''],
  [
    'narrower bounds',
    { type: 'number', minimum: 2, maximum: 3 },
    { type: 'number', minimum: 1, maximum: 5 },
    undefined,
  ],
  ['wider bounds', { type: 'number', minimum: 0 }, { type: 'number', minimum: 1 }, ''],
  ['a missing field', { type: 'object', properties: {} }, { type: 'object', required: ['a'] }, '/a'],
  [
    'a field of another type',
    { type: 'object', properties: { a: { properties: { b: { type: 'string' } }, type: 'object' } } },
    { type: 'object', properties: { a: { type: 'object', properties: { b: { type: 'number' } } } } },
    '/a/b',
  ],
  ['items', { type: 'array', items: { type: 'string' } }, { type: 'array', items: { type: 'number' } }, '/*'],
  [
    'more fields than allowed',
    { type: 'object', properties: { a: {}, b: {} }, additionalProperties: false },
    { type: 'object', properties: { a: {} }, additionalProperties: false },
    '/b',
  ],
  [
    'each alternative is looked at',
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
    { type: ['string', 'null'] },
    undefined,
  ],
  ['one alternative is enough', { type: 'null' }, { anyOf: [{ type: 'string' }, { type: 'null' }] }, undefined],
  ['a pattern cannot be proved', { type: 'string' }, { type: 'string', pattern: '^a' }, ''],
  ['the same pattern can', { type: 'string', pattern: '^a' }, { pattern: '^a' }, undefined],
];

test.each(cases)('%s', (_name, source, target, expected) => {
  expect(schemaWithin(source, target)).toBe(expected);
});

test('references are followed, and a schema that refers to itself ends', () => {
  const tree: JsonSchema = {
    $ref: '#/$defs/node',
    $defs: {
      node: { type: 'object', properties: { left: { $ref: '#/$defs/node' }, right: { $ref: '#/$defs/node' } } },
    },
  };
  expect(schemaWithin({ $ref: '#/$defs/a', $defs: { a: { type: 'string' } } }, { type: 'string' })).toBeUndefined();
  expect(typeof schemaWithin(tree, tree)).toBe('string');
});
