import { Problem, type JsonSchema, type JsonValue } from '@jacquard/flow';

const types = new Set(['string', 'number', 'integer', 'boolean', 'null', 'object', 'array']);

/**
 * A JSON Schema in the words that the engine's grammars know: `anyOf` is `oneOf` to a grammar. Throws
 * `model-schema-unsupported` for a `type` that JSON Schema doesn't have, which the engine would read as "anything".
 * Limits that no grammar can hold (`pattern`, `minimum`…) stay for whoever checks the answer.
 */
export function grammarSchema(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema;
  const renamed: JsonSchema = anyOf === undefined || 'oneOf' in rest ? schema : { ...rest, oneOf: anyOf };
  for (const type of [renamed['type'] ?? []].flat()) {
    if (typeof type === 'string' && !types.has(type)) throw new Problem('model-schema-unsupported', { reason: type });
  }
  return Object.fromEntries(Object.entries(renamed).map(([name, value]) => [name, within(name, value)]));
}

function within(name: string, value: JsonValue): JsonValue {
  if (name === 'oneOf' && isList(value)) return value.map((item) => (isSchema(item) ? grammarSchema(item) : item));
  if ((name === 'items' || name === 'additionalProperties') && isSchema(value)) return grammarSchema(value);
  if ((name === 'properties' || name === '$defs') && isSchema(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, isSchema(item) ? grammarSchema(item) : item]),
    );
  }
  return value;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isSchema(value: JsonValue): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
