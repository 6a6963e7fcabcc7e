import { expect, test } from 'vitest';
import { plainSchema } from './plain-schema.ts';

test('what every client can read stays as it is', () => {
  const schema = {
    type: 'object',
    properties: {
      topic: { type: 'string', enum: ['a', 'b'] },
      marks: { type: 'array', items: { type: 'number', minimum: 0 } },
    },
    required: ['topic'],
    additionalProperties: false,
  };
  expect(plainSchema(schema)).toEqual(schema);
});

test('what would spoil a client’s list is left out, and the schema is wider for it', () => {
  const schema = {
    $id: 'https://elsewhere.example/schema',
    type: 'text',
    properties: {
      code: { type: 'string', pattern: '^(a+)+$', format: 'hostname' },
      other: { $ref: '#/definitions/nowhere' },
      never: false,
    },
    required: 'code',
    oneOf: [{ type: 'string', pattern: 'x' }],
    if: { type: 7 },
  };
  expect(plainSchema(schema)).toEqual({
    properties: { code: { type: 'string' }, other: {}, never: false },
    anyOf: [{ type: 'string' }],
  });
});
