import { expect, test } from 'vitest';
import { schemaTypes } from './schema-types.ts';

function typeOf(schema: Parameters<typeof schemaTypes>[1], isGiven = false): string {
  return schemaTypes('T', schema, { isGiven })
    .replace(/^export type T = /, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

test.each([
  [{ type: 'string' }, 'string;'],
  [{ type: 'integer', minimum: 1 }, 'number;'],
  [{ type: ['string', 'null'] }, 'string | null;'],
  [{ enum: ['a', 'b"c', 3, null] }, `'a' | 'b"c' | 3 | null;`],
  [{ type: 'string', enum: ['a'] }, `'a';`],
  [{ const: true }, 'true;'],
  [{ enum: [] }, 'never;'],
  [{}, 'unknown;'],
  [{ type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[];'],
  [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], items: false }, '[string, number];'],
  [{ type: 'object', properties: {}, additionalProperties: false }, 'Record<string, never>;'],
  [{ type: 'object', additionalProperties: { type: 'number' } }, 'Record<string, number>;'],
  [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, 'string | number;'],
  [
    {
      type: 'object',
      properties: { kind: { const: 'a' } },
      required: ['kind'],
      oneOf: [{ type: 'string' }, { type: 'null' }],
    },
    `{ kind: 'a'; } & (string | null);`,
  ],
  [{ $ref: 'https://example.org/elsewhere.json' }, 'unknown;'],
])('%j is %s', (schema, type) => {
  expect(typeOf(schema)).toBe(type);
});

test('what is given takes lists that can’t be written to', () => {
  const schema = { type: 'array', items: { type: 'array', items: { type: 'string' } } };
  expect(typeOf(schema, true)).toBe('readonly (readonly string[])[];');
});

test('a schema that refers to itself is a type that names itself', () => {
  const schema = {
    $defs: { 'tree node': { type: 'object', properties: { left: { $ref: '#/$defs/tree%20node' } } } },
    $ref: '#/$defs/tree%20node',
  };
  expect(schemaTypes('T', schema)).toBe(
    'export type T = T_Tree20node;\n\nexport type T_Tree20node = {\n  left?: T_Tree20node;\n};\n',
  );
});

test('names and words of a stranger stay names and words', () => {
  const name = `x: never }; fetch('https://evil.example'); type Y = {`;
  const schema = {
    type: 'object',
    properties: { [name]: { type: 'string', description: 'ends */ evil() /*\n\u2028* @x' }, __proto__: {} },
    required: [name],
  };
  const text = schemaTypes('T', schema);
  expect(text).toContain(`"x: never }; fetch('https://evil.example'); type Y = {": string;`);
  expect(text.match(/\*\//g)).toHaveLength(1);
});

test('a schema without end is cut', () => {
  let schema: Parameters<typeof schemaTypes>[1] = { type: 'string' };
  for (let depth = 0; depth < 2_000; depth += 1) schema = { type: 'array', items: schema };
  expect(schemaTypes('T', schema)).toContain('unknown[]');
});
