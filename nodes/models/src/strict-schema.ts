import { isJsonList, isJsonObject, type JsonSchema, type JsonValue } from '@jacquard/node-kit';

/**
 * Whether a JSON Schema is of the form that OpenAI's strict mode asks for: every object closed
 * (`additionalProperties: false`) and all of its properties required. Others are refused with `strict: true`.
 */
export function isStrictSchema(schema: JsonSchema): boolean {
  return isStrict(schema);
}

function isStrict(schema: JsonValue): boolean {
  if (isJsonList(schema)) return schema.every(isStrict);
  if (!isJsonObject(schema)) return true;
  const { type, properties, required, additionalProperties } = schema;
  if (type === 'object') {
    const names = Object.keys(isJsonObject(properties) ? properties : {});
    const allRequired = isJsonList(required) && names.every((name) => required.includes(name));
    if (additionalProperties !== false || !allRequired) return false;
  }
  return Object.values(schema).every(isStrict);
}
