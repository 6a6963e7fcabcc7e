import { jsonFits } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { schemaOfSchemas } from './schema-of-schemas.ts';

test('a schema fits, with the words that it doesn’t know', () => {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: ['object', 'null'],
    properties: { name: { type: 'string', 'x-order': 1 }, any: true },
    required: ['name'],
    additionalProperties: false,
  };
  expect(jsonFits(schema, schemaOfSchemas)).toBeUndefined();
});

test.each([
  [{ type: 'text' }, { place: '/type', keyword: 'anyOf' }],
  [{ properties: { name: 'string' } }, { place: '/properties/name', keyword: 'type' }],
  [{ required: 'name' }, { place: '/required', keyword: 'type' }],
  [{ items: [{ type: 'string' }] }, { place: '/items', keyword: 'type' }],
  [['a'], { place: '', keyword: 'type' }],
])('%j is no schema, and says where', (value, mismatch) => {
  expect(jsonFits(value, schemaOfSchemas)).toEqual(mismatch);
});
