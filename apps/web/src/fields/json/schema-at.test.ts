import { expect, test } from 'vitest';
import { schemaOfSchemas } from './schema-of-schemas.ts';
import { propertiesAt, valuesAt } from './schema-at.ts';

const schema = {
  type: 'object',
  required: ['title'],
  properties: {
    tags: { type: 'array', items: { enum: ['urgent', 'later'] } },
    title: { type: 'string', description: 'What it is about' },
    parts: { type: 'array', items: { $ref: '#' } },
    done: { anyOf: [{ type: 'boolean' }, { type: 'null' }] },
  },
};

test('properties are offered at their place, required ones first, with the words of the schema', () => {
  expect(propertiesAt(schema, [])).toEqual([
    { name: 'title', detail: 'What it is about', isRequired: true, begin: '""' },
    { name: 'tags', detail: 'array', isRequired: false, begin: '[]' },
    { name: 'parts', detail: 'array', isRequired: false, begin: '[]' },
    { name: 'done', detail: 'boolean | null', isRequired: false, begin: undefined },
  ]);
  expect(propertiesAt(schema, ['parts', 3]).map(({ name }) => name)).toContain('title');
  expect(propertiesAt(schema, ['title'])).toEqual([]);
});

test('values are offered where the schema names them', () => {
  expect(valuesAt(schema, ['tags', 0])).toEqual(['urgent', 'later']);
  expect(valuesAt(schema, ['done'])).toEqual([true, false, null]);
  expect(valuesAt(schema, ['title'])).toEqual([]);
});

test('a schema that refers to itself ends', () => {
  expect(propertiesAt({ allOf: [{ $ref: '#' }] }, [])).toEqual([]);
});

test('a schema is completed by the schema of schemas', () => {
  expect(propertiesAt(schemaOfSchemas, ['properties', 'title']).map(({ name }) => name)).toContain('maxLength');
  expect(valuesAt(schemaOfSchemas, ['properties', 'title', 'type'])).toContain('integer');
});
