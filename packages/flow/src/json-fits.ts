import { isJsonList, isJsonObject, jsonEquals } from './json-equals.ts';
import type { JsonSchema, JsonValue } from './json.ts';
import { ownValue } from './own-value.ts';

/** Where a value leaves its schema (JSON Pointer), and the keyword that it breaks. */
export interface SchemaMismatch {
  readonly place: string;
  readonly keyword: string;
}

/**
 * Checks a value against a JSON Schema (2020-12), without compiling code from it.
 *
 * It knows type, enum, const, properties, required, additionalProperties, items, the bounds of numbers, lengths and
 * counts, anyOf, oneOf, allOf and `$ref` within the document; other keywords are taken as met. `pattern` is one of
 * them on purpose: a schema may come from a stranger, and a pattern can take exponential time.
 *
 * @param most Steps at most, after which it doesn't fit (`steps`): fewer for a schema that comes with a request.
 * @returns undefined when it fits; else the first mismatch.
 */
export function jsonFits(value: JsonValue, schema: JsonSchema, most = mostSteps): SchemaMismatch | undefined {
  return check(value, schema, '', { root: schema, left: most }, 0);
}

/** Comparisons of a part with a part: a schema that refers to itself twice at one place, or long lists on both sides, would take for ever. */
const mostSteps = 5_000_000;

interface Walk {
  readonly root: JsonSchema;
  /** Steps that may still be taken. */
  left: number;
}

function check(
  value: JsonValue,
  schema: JsonValue,
  place: string,
  walk: Walk,
  depth: number,
): SchemaMismatch | undefined {
  if (schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0)) return undefined;
  if (!isJsonObject(schema)) return { place, keyword: 'false' };
  walk.left -= 1 + (isJsonList(schema['enum']) ? schema['enum'].length : 0);
  if (walk.left < 0) return { place, keyword: 'steps' };
  if (depth > 200) return { place, keyword: 'depth' };
  return (
    checkReference(value, schema, place, walk, depth) ??
    checkScalar(value, schema, place) ??
    checkAlternatives(value, schema, place, walk, depth) ??
    (isJsonObject(value) ? checkObject(value, schema, place, walk, depth) : undefined) ??
    (isJsonList(value) ? checkList(value, schema, place, walk, depth) : undefined)
  );
}

function checkReference(
  value: JsonValue,
  schema: JsonSchema,
  place: string,
  walk: Walk,
  depth: number,
): SchemaMismatch | undefined {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return undefined;
  if (!reference.startsWith('#')) return { place, keyword: '$ref' };
  const target = reference
    .split('/')
    .slice(1)
    .reduce<JsonValue>((at, key) => (isJsonObject(at) ? (ownValue(at, key) ?? false) : false), walk.root);
  return check(value, target, place, walk, depth + 1);
}

function checkScalar(value: JsonValue, schema: JsonSchema, place: string): SchemaMismatch | undefined {
  const { type, enum: options } = schema;
  const fail = (keyword: string): SchemaMismatch => ({ place, keyword });
  if (type !== undefined && !(isJsonList(type) ? type : [type]).some((name) => isOfType(value, name)))
    return fail('type');
  if (isJsonList(options) && !options.some((option) => jsonEquals(option, value))) return fail('enum');
  if (Object.hasOwn(schema, 'const') && !jsonEquals(schema['const'], value)) return fail('const');
  if (typeof value === 'number') {
    if (value < bound(schema, 'minimum', -Infinity)) return fail('minimum');
    if (value > bound(schema, 'maximum', Infinity)) return fail('maximum');
    if (value <= bound(schema, 'exclusiveMinimum', -Infinity)) return fail('exclusiveMinimum');
    if (value >= bound(schema, 'exclusiveMaximum', Infinity)) return fail('exclusiveMaximum');
  }
  if (typeof value === 'string') {
    if (value.length < bound(schema, 'minLength', 0)) return fail('minLength');
    if (value.length > bound(schema, 'maxLength', Infinity)) return fail('maxLength');
  }
  return undefined;
}

function bound(schema: JsonSchema, keyword: string, otherwise: number): number {
  const value = schema[keyword];
  return typeof value === 'number' ? value : otherwise;
}

function isOfType(value: JsonValue, name: JsonValue): boolean {
  if (name === 'null') return value === null;
  if (name === 'array') return isJsonList(value);
  if (name === 'object') return isJsonObject(value);
  if (name === 'integer') return Number.isInteger(value);
  return typeof value === name;
}

function checkAlternatives(
  value: JsonValue,
  schema: JsonSchema,
  place: string,
  walk: Walk,
  depth: number,
): SchemaMismatch | undefined {
  const { allOf, anyOf, oneOf } = schema;
  const fits = (choice: JsonValue): boolean => check(value, choice, place, walk, depth + 1) === undefined;
  if (isJsonList(anyOf) && !anyOf.some(fits)) return { place, keyword: 'anyOf' };
  if (isJsonList(oneOf) && oneOf.filter(fits).length !== 1) return { place, keyword: 'oneOf' };
  if (!isJsonList(allOf)) return undefined;
  return first(allOf, (part) => check(value, part, place, walk, depth + 1));
}

function checkObject(
  value: { readonly [key: string]: JsonValue },
  schema: JsonSchema,
  place: string,
  walk: Walk,
  depth: number,
): SchemaMismatch | undefined {
  const { required, additionalProperties } = schema;
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const missing = isJsonList(required)
    ? required.filter((name) => typeof name === 'string').find((name) => !Object.hasOwn(value, name))
    : undefined;
  if (missing !== undefined) return { place: `${place}/${missing}`, keyword: 'required' };
  return first(Object.entries(value), ([name, item]) => {
    const known = ownValue(properties, name);
    const wanted = known ?? additionalProperties ?? true;
    if (known === undefined && wanted === false) return { place: `${place}/${name}`, keyword: 'additionalProperties' };
    return check(item, wanted, `${place}/${name}`, walk, depth + 1);
  });
}

function checkList(
  value: readonly JsonValue[],
  schema: JsonSchema,
  place: string,
  walk: Walk,
  depth: number,
): SchemaMismatch | undefined {
  if (value.length < bound(schema, 'minItems', 0)) return { place, keyword: 'minItems' };
  if (value.length > bound(schema, 'maxItems', Infinity)) return { place, keyword: 'maxItems' };
  const { items } = schema;
  return items === undefined
    ? undefined
    : first(value, (item, at) => check(item, items, `${place}/${at}`, walk, depth + 1));
}

function first<T>(
  items: readonly T[],
  find: (item: T, at: number) => SchemaMismatch | undefined,
): SchemaMismatch | undefined {
  for (const [at, item] of items.entries()) {
    const found = find(item, at);
    if (found !== undefined) return found;
  }
  return undefined;
}
