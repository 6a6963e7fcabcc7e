import { isJsonList, isJsonObject, type JsonSchema, type JsonValue } from '@jacquard/flow';

/** Schemas within schemas are followed so deep. */
const deepest = 5;

/** A value that a JSON Schema allows, as far as its examples, alternatives, types and lower bounds say; references are not followed. */
export function sampleOfSchema(schema: JsonValue, depth = 0): JsonValue {
  if (!isJsonObject(schema) || depth > deepest) return {};
  const given = givenIn(schema);
  if (given !== undefined) return given;
  const types = isJsonList(schema['type']) ? schema['type'] : [schema['type']];
  switch (types[0]) {
    case 'string':
      return 'Hello'.padEnd(boundOf(schema, 'minLength') ?? 0, '.').slice(0, boundOf(schema, 'maxLength') ?? 10_000);
    case 'number':
    case 'integer':
      return Math.max(boundOf(schema, 'minimum') ?? -Infinity, Math.min(boundOf(schema, 'maximum') ?? Infinity, 1));
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'array':
      return Array.from({ length: Math.min(boundOf(schema, 'minItems') ?? 1, 10) }, () =>
        sampleOfSchema(schema['items'] ?? { type: 'string' }, depth + 1),
      );
    default:
      return sampleOfObject(schema, depth);
  }
}

function givenIn(schema: JsonSchema): JsonValue | undefined {
  const { examples, enum: options, anyOf, oneOf } = schema;
  if (isJsonList(examples) && examples[0] !== undefined) return examples[0];
  if (schema['default'] !== undefined) return schema['default'];
  if (schema['const'] !== undefined) return schema['const'];
  if (isJsonList(options) && options[0] !== undefined) return options[0];
  const [first] = [anyOf, oneOf].filter(isJsonList).flat();
  return first === undefined ? undefined : sampleOfSchema(first, deepest);
}

function sampleOfObject(schema: JsonSchema, depth: number): JsonValue {
  const { properties, required } = schema;
  if (!isJsonObject(properties)) return {};
  const wanted = new Set(isJsonList(required) && required.length > 0 ? required : Object.keys(properties));
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => wanted.has(name))
      .map(([name, property]) => [name, sampleOfSchema(property, depth + 1)]),
  );
}

function boundOf(schema: JsonSchema, name: string): number | undefined {
  const bound = schema[name];
  return typeof bound === 'number' ? Math.min(bound, 10_000) : undefined;
}
