import type { InputPort } from './descriptor.ts';
import type { JsonSchema } from './json.ts';
import { kindJsonSchema } from './kind-json-schema.ts';
import type { Kind } from './kind.ts';

/** The JSON Schema of the values that a field takes: those of its kind, within its bounds. A list's bounds are its items'. */
export function fieldJsonSchema(port: Pick<InputPort, 'kind' | 'min' | 'max' | 'integer'>): JsonSchema {
  return schemaOf(port.kind, port);
}

function schemaOf(kind: Kind, bounds: Pick<InputPort, 'min' | 'max' | 'integer'>): JsonSchema {
  if (kind.kind === 'list') return { type: 'array', items: schemaOf(kind.of, bounds) };
  const schema = kindJsonSchema(kind);
  if (kind.kind !== 'number') return schema;
  const { min, max, integer } = bounds;
  return {
    ...schema,
    ...(integer === true && { type: 'integer' }),
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
  };
}
