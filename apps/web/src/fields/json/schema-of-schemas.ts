import type { JsonSchema } from '@jacquard/flow';

const schema = { $ref: '#' };
const schemas = { type: 'array', items: schema, minItems: 1 };
const schemasByName = { type: 'object', additionalProperties: schema };
const count = { type: 'integer', minimum: 0 };
const number = { type: 'number' };
const text = { type: 'string' };
const typeName = { enum: ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'] };

/**
 * What a JSON Schema itself must look like: the keywords of 2020-12 that the product checks values by, and the common
 * annotations. Words that it doesn't know are allowed, as in the specification.
 */
export const schemaOfSchemas: JsonSchema = {
  type: ['object', 'boolean'],
  properties: {
    type: { anyOf: [typeName, { type: 'array', items: typeName, minItems: 1 }] },
    properties: schemasByName,
    required: { type: 'array', items: text },
    items: schema,
    enum: { type: 'array', minItems: 1 },
    const: {},
    description: text,
    title: text,
    additionalProperties: schema,
    minimum: number,
    maximum: number,
    exclusiveMinimum: number,
    exclusiveMaximum: number,
    multipleOf: { type: 'number', exclusiveMinimum: 0 },
    minLength: count,
    maxLength: count,
    pattern: text,
    format: text,
    minItems: count,
    maxItems: count,
    uniqueItems: { type: 'boolean' },
    minProperties: count,
    maxProperties: count,
    anyOf: schemas,
    oneOf: schemas,
    allOf: schemas,
    not: schema,
    default: {},
    examples: { type: 'array' },
    $ref: text,
    $defs: schemasByName,
    $schema: text,
    $id: text,
    $comment: text,
  },
};
