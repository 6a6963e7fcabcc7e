import { isJsonList, isJsonObject } from '../json-equals.ts';
import type { JsonSchema, JsonValue } from '../json.ts';

/** Keywords whose values are data, in which `$ref` is a key like any other. */
const data = new Set(['const', 'enum', 'default', 'examples']);
/** Keywords whose keys are names that people gave. */
const named = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);

/**
 * The schema as it stands inside another, at `place` (a JSON Pointer from that one's root, such as `#/properties/order`): its
 * references into itself lead there. A whole document's `$schema` and `$id` are left out.
 */
export function embedSchema(schema: JsonSchema, place: string): JsonSchema {
  const { $schema: _schema, $id: _id, ...rest } = schema;
  return embedIn(rest, place);
}

function embedIn(schema: JsonSchema, place: string): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (data.has(key)) return [key, value];
      if (key === '$ref' && typeof value === 'string') return [key, moved(value, place)];
      if (named.has(key) && isJsonObject(value))
        return [key, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, embedAny(one, place)]))];
      return [key, embedAny(value, place)];
    }),
  );
}

function embedAny(value: JsonValue, place: string): JsonValue {
  if (isJsonList(value)) return value.map((item) => embedAny(item, place));
  return isJsonObject(value) ? embedIn(value, place) : value;
}

function moved(reference: string, place: string): string {
  return reference === '#' || reference.startsWith('#/') ? place + reference.slice(1) : reference;
}
