import { expect, test } from 'vitest';
import { grammarSchema } from './grammar-schema.ts';

test('anyOf is said as the engine knows it, at every depth; the rest stays', () => {
  const text = { type: 'string', maxLength: 3 };
  const schema = { type: 'object', properties: { a: { anyOf: [text, { type: 'null' }] } }, required: ['a'] };
  const properties = { a: { oneOf: [text, { type: 'null' }] } };
  expect(grammarSchema(schema)).toEqual({ type: 'object', properties, required: ['a'] });
  expect(grammarSchema({ type: 'array', items: { anyOf: [text] } })).toEqual({
    type: 'array',
    items: { oneOf: [text] },
  });
});

test('a property may be called anyOf', () => {
  const schema = { type: 'object', properties: { anyOf: { type: 'string' } } };
  expect(grammarSchema(schema)).toEqual(schema);
});

test('a type that JSON has not is refused', () => {
  expect(() => grammarSchema({ type: 'array', items: { type: 'text' } })).toThrow(/model-schema-unsupported/);
});

test('a short range of whole numbers is listed, a long one is left to whoever checks', () => {
  expect(grammarSchema({ type: 'integer', minimum: 1, maximum: 3 })).toEqual({ enum: [1, 2, 3] });
  const long = { type: 'integer', minimum: 1, maximum: 1000 };
  expect(grammarSchema(long)).toEqual(long);
});

test('each of several types keeps the bounds beside them', () => {
  expect(grammarSchema({ type: ['string', 'null'], maxLength: 30 })).toEqual({
    oneOf: [{ type: 'string', maxLength: 30 }, { type: 'null' }],
  });
});
