import type { JsonSchema } from './json.ts';
import type { Kind } from './kind.ts';

const fileSchema: JsonSchema = {
  type: 'object',
  properties: {
    file: {
      type: 'string',
      description: 'SHA-256 of a stored file, in lower-case hexadecimal',
      pattern: '^[0-9a-f]{64}$',
    },
    name: { type: 'string' },
    mediaType: { type: 'string' },
    size: { type: 'integer', minimum: 0 },
  },
  required: ['file', 'name', 'mediaType', 'size'],
};

const documentSchema: JsonSchema = {
  type: 'object',
  properties: { pageContent: { type: 'string' }, metadata: { type: 'object' }, id: { type: 'string' } },
  required: ['pageContent', 'metadata'],
};

const messageSchema: JsonSchema = {
  type: 'object',
  properties: {
    role: { type: 'string', enum: ['system', 'user', 'assistant', 'tool'] },
    content: { type: 'string' },
    name: { type: 'string' },
  },
  required: ['role', 'content'],
};

/** Of a table that became JSON: its rows. */
export const tableRowsSchema: JsonSchema = {
  type: 'array',
  items: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } },
};

const tableSchema: JsonSchema = {
  type: 'object',
  properties: { columns: { type: 'array', items: { type: 'string' } }, rows: tableRowsSchema },
  required: ['columns', 'rows'],
};

const schemas: Readonly<Partial<Record<Kind['kind'], JsonSchema>>> = {
  text: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  table: tableSchema,
  documents: { type: 'array', items: documentSchema },
  passages: { type: 'array', items: documentSchema },
  messages: { type: 'array', items: messageSchema },
  file: fileSchema,
  image: fileSchema,
  embedding: { type: 'array', items: { type: 'number' } },
};

/** The JSON Schema (2020-12) of a kind's values, as the API documents them. Components have no values: `false` by an empty enum. */
export function kindJsonSchema(kind: Kind): JsonSchema {
  switch (kind.kind) {
    case 'choice':
      return { type: 'string', ...(kind.options && { enum: kind.options }) };
    case 'json':
      return kind.schema ?? {};
    case 'list':
      return { type: 'array', items: kindJsonSchema(kind.of) };
    case 'any':
    case 'variable':
      return {};
    default:
      return schemas[kind.kind] ?? { enum: [] };
  }
}
