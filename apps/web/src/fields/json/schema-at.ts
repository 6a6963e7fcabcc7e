import { isJsonList, isJsonObject, ownValue, type JsonSchema, type JsonValue } from '@jacquard/flow';

/** A property that a schema names at a place. */
export interface SchemaProperty {
  readonly name: string;
  /** The schema's own words for it, or its type. */
  readonly detail: string;
  readonly isRequired: boolean;
  /** Begins a value of its type: `""`, `[]`, `{}`; undefined where the value is a word or a number. */
  readonly begin: '""' | '[]' | '{}' | undefined;
}

/** Schemas that hold at one place at most; a schema that refers to itself could go on for ever. */
const mostSchemas = 200;

/** The schemas that hold at a place of a value: `$ref` within the document followed, `allOf`, `anyOf` and `oneOf` opened. */
function schemasAt(schema: JsonSchema, path: readonly (string | number)[]): readonly JsonSchema[] {
  let here = open([schema], schema);
  for (const key of path) {
    here = open(
      here.flatMap((one) => below(one, key)),
      schema,
    );
  }
  return here;
}

/** The properties that may stand in the object at a place, required ones first. */
export function propertiesAt(schema: JsonSchema, path: readonly (string | number)[]): readonly SchemaProperty[] {
  const found = new Map<string, SchemaProperty>();
  for (const one of schemasAt(schema, path)) {
    const required = one['required'];
    for (const [name, value] of Object.entries(recordOf(one['properties']))) {
      const isRequired = isJsonList(required) && required.includes(name);
      const inner = open([value], schema);
      if (!found.has(name)) found.set(name, { name, detail: detailOf(inner), isRequired, begin: beginOf(inner) });
    }
  }
  return [...found.values()].toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired));
}

/** The values that may stand at a place, where the schema names them. */
export function valuesAt(schema: JsonSchema, path: readonly (string | number)[]): readonly JsonValue[] {
  const found = schemasAt(schema, path).flatMap((one): readonly JsonValue[] => {
    if (isJsonList(one['enum'])) return one['enum'];
    if (Object.hasOwn(one, 'const')) return [one['const'] ?? null];
    return typesOf(one).flatMap((type): readonly JsonValue[] =>
      type === 'boolean' ? [true, false] : type === 'null' ? [null] : [],
    );
  });
  return [...new Map(found.map((value) => [JSON.stringify(value), value])).values()];
}

function below(schema: JsonSchema, key: string | number): readonly JsonValue[] {
  if (typeof key === 'number') return schema['items'] === undefined ? [] : [schema['items']];
  const known = ownValue(recordOf(schema['properties']), key) ?? schema['additionalProperties'];
  return known === undefined ? [] : [known];
}

function open(schemas: readonly JsonValue[], root: JsonSchema): readonly JsonSchema[] {
  const opened: JsonSchema[] = [];
  const waiting = [...schemas];
  for (let next = waiting.shift(); next !== undefined && opened.length < mostSchemas; next = waiting.shift()) {
    if (!isJsonObject(next)) continue;
    opened.push(next);
    const { $ref: reference, allOf, anyOf, oneOf } = next;
    if (typeof reference === 'string') waiting.push(referred(root, reference));
    for (const list of [allOf, anyOf, oneOf]) if (isJsonList(list)) waiting.push(...list);
  }
  return opened;
}

function referred(root: JsonSchema, reference: string): JsonValue {
  if (!reference.startsWith('#')) return false;
  return reference
    .split('/')
    .slice(1)
    .reduce<JsonValue>((at, key) => (isJsonObject(at) ? (ownValue(at, key) ?? false) : false), root);
}

function recordOf(value: JsonValue | undefined): { readonly [key: string]: JsonValue } {
  return isJsonObject(value) ? value : {};
}

function typesOf(schema: JsonSchema): readonly string[] {
  const { type } = schema;
  return (isJsonList(type) ? type : [type]).filter((name) => typeof name === 'string');
}

function detailOf(schemas: readonly JsonSchema[]): string {
  const words = schemas.map((one) => one['description'] ?? one['title']).find((text) => typeof text === 'string');
  return typeof words === 'string' ? words.slice(0, 120) : [...new Set(schemas.flatMap(typesOf))].join(' | ');
}

function beginOf(schemas: readonly JsonSchema[]): SchemaProperty['begin'] {
  const [type, ...others] = new Set(schemas.flatMap(typesOf));
  if (others.length > 0) return undefined;
  if (type === 'string') return schemas.some((one) => isJsonList(one['enum'])) ? undefined : '""';
  if (type === 'array') return '[]';
  return type === 'object' ? '{}' : undefined;
}
