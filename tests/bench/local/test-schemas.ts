import type { JsonSchema } from '@jacquard/flow';

const text = { type: 'string', maxLength: 40 } as const;
const object = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** Twenty schemas as people write them for extraction, classification, forms and tools. */
export const testSchemas: Readonly<Record<string, JsonSchema>> = {
  person: object({ name: text, age: { type: 'integer', minimum: 0, maximum: 120 } }),
  sentiment: object({ label: { enum: ['positive', 'negative', 'neutral'] } }),
  mark: object({ mark: { type: 'integer', minimum: 1, maximum: 5 }, reason: text }),
  flag: object({ isUrgent: { type: 'boolean' } }),
  product: object({ name: text, price: { type: 'number' }, inStock: { type: 'boolean' } }),
  colours: object({ colours: { type: 'array', items: { enum: ['red', 'green', 'blue'] }, minItems: 1, maxItems: 3 } }),
  tags: object({ tags: { type: 'array', items: { type: 'string', maxLength: 12 }, minItems: 1, maxItems: 4 } }),
  address: object({ street: text, city: text, country: { enum: ['FR', 'BE', 'CH', 'CA'] } }),
  event: object({ title: text, day: { type: 'integer', minimum: 1, maximum: 31 } }),
  point: object({ x: { type: 'number' }, y: { type: 'number' } }),
  book: object({ title: text, author: object({ name: text }), year: { type: 'integer' } }),
  choice: { oneOf: [object({ kind: { const: 'yes' } }), object({ kind: { const: 'no' }, why: text })] },
  either: object({ value: { anyOf: [{ type: 'integer' }, text] } }),
  nothing: object({ found: { type: ['string', 'null'], maxLength: 30 } }),
  list: { type: 'array', items: { type: 'integer' }, minItems: 1, maxItems: 5 },
  pair: { type: 'array', items: { type: 'boolean' }, minItems: 2, maxItems: 2 },
  answer: { enum: ['A', 'B', 'C', 'D'] },
  order: object({
    items: {
      type: 'array',
      minItems: 1,
      maxItems: 2,
      items: object({ name: text, count: { type: 'integer', minimum: 1, maximum: 9 } }),
    },
  }),
  recipe: object({
    name: text,
    steps: { type: 'array', items: text, minItems: 1, maxItems: 3 },
    minutes: { type: 'integer' },
  }),
  search: object({ query: text, filters: object({ language: { enum: ['en', 'fr'] }, recent: { type: 'boolean' } }) }),
};
