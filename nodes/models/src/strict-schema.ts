import type { JsonSchema, JsonValue } from '@jacquard/node-kit';

/**
 * Whether a JSON Schema is of the form that OpenAI's strict mode asks for: every object closed
 * (`additionalProperties: false`) and all of its properties required. Others are refused with `strict: true`.
 */
export function isStrictSchema(schema: JsonSchema): boolean {
  return isStrict(schema);
}

function isStrict(schema: JsonValue): boolean {
  if (Array.isArray(schema)) return schema.every(isStrict);
  if (typeof schema !== 'object' || schema === null) return true;
  const record = schema as JsonSchema; // boundary: Array.isArray doesn't narrow readonly arrays away
  if (record['type'] === 'object') {
    const required = record['required'];
    const names = Object.keys(record['properties'] ?? {});
    const allRequired = Array.isArray(required) && names.every((name) => required.includes(name));
    if (record['additionalProperties'] !== false || !allRequired) return false;
  }
  return Object.values(record).every(isStrict);
}
