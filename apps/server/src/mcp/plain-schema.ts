import { isJsonList, isJsonObject, type JsonSchema, type JsonValue } from '@jacquard/flow';

const types = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);
const isText = (value: JsonValue): boolean => typeof value === 'string';
const isCount = (value: JsonValue): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isNumber = (value: JsonValue): boolean => typeof value === 'number';
const anything = (): boolean => true;

/** Keywords that hold no schema, and whether a value of theirs is sound. */
const plain: Readonly<Record<string, (value: JsonValue) => boolean>> = {
  type: (value) => (isJsonList(value) ? value.length > 0 && value.every(isType) : isType(value)),
  enum: (value) => isJsonList(value) && value.length > 0,
  const: anything,
  required: (value) => isJsonList(value) && value.every(isText),
  minimum: isNumber,
  maximum: isNumber,
  exclusiveMinimum: isNumber,
  exclusiveMaximum: isNumber,
  minLength: isCount,
  maxLength: isCount,
  minItems: isCount,
  maxItems: isCount,
  title: isText,
  description: isText,
  default: anything,
  examples: isJsonList,
};

/** Schemas nest so deep at most; what lies deeper is anything. */
const deepest = 50;

/**
 * What of a JSON Schema every client can read: clients compile the schemas of all tools at once, and one that isn't sound, or has a
 * pattern that takes exponential time, would spoil the whole list. What is left out makes it wider, so that what it described still fits.
 */
export function plainSchema(schema: JsonSchema, depth = 0): JsonSchema {
  if (depth > deepest) return {};
  const inner = (value: JsonValue): JsonValue =>
    isJsonObject(value) ? plainSchema(value, depth + 1) : value !== false;
  const entries = Object.entries(schema).flatMap(([keyword, value]): [string, JsonValue][] => {
    if (Object.hasOwn(plain, keyword)) return plain[keyword]?.(value) === true ? [[keyword, value]] : [];
    if (keyword === 'properties' && isJsonObject(value))
      return [[keyword, Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inner(part)]))]];
    if (keyword === 'items' || keyword === 'additionalProperties')
      return isJsonObject(value) || typeof value === 'boolean' ? [[keyword, inner(value)]] : [];
    // Made wider, one of several alternatives could fit beside the one that was meant.
    if ((keyword === 'anyOf' || keyword === 'oneOf') && isJsonList(value) && value.length > 0)
      return [['anyOf', value.map(inner)]];
    return [];
  });
  return Object.fromEntries(entries);
}

function isType(value: JsonValue): boolean {
  return typeof value === 'string' && types.has(value);
}
