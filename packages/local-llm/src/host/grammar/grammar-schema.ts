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
  const alternatives = typeAlternatives(renamed);
  if (alternatives) return grammarSchema(alternatives);
  const listed = wholeNumbers(renamed);
  if (listed) return listed;
  return Object.fromEntries(Object.entries(renamed).map(([name, value]) => [name, within(name, value)]));
}

/** Several types, each with the bounds that are given beside them: a grammar drops the bounds of a list of types. */
function typeAlternatives({ type, ...rest }: JsonSchema): JsonSchema | undefined {
  if (!Array.isArray(type) || 'oneOf' in rest || 'enum' in rest || 'const' in rest) return undefined;
  return { oneOf: type.map((one) => (one === 'null' ? { type: one } : { ...rest, type: one })) };
}

/** Most values of a range of whole numbers that a grammar lists. */
const mostListed = 200;

/** A short range of whole numbers, a mark from 1 to 5 say, value by value: a grammar knows no bounds. */
function wholeNumbers({ type, minimum, maximum }: JsonSchema): JsonSchema | undefined {
  if (type !== 'integer' || typeof minimum !== 'number' || typeof maximum !== 'number') return undefined;
  const first = Math.ceil(minimum);
  const count = Math.floor(maximum) - first + 1;
  if (count < 1 || count > mostListed) return undefined;
  return { enum: Array.from({ length: count }, (_value, index) => first + index) };
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
