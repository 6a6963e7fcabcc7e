import { isJsonList, isJsonObject, jsonEquals } from './json-equals.ts';
import type { JsonSchema, JsonValue } from './json.ts';
import { ownValue } from './own-value.ts';

/** Schemas nest at most so deep, and are compared in at most so many steps; what lies beyond counts as not within. */
const deepest = 64;
const mostSteps = 20_000;

/**
 * Whether every value of the JSON Schema `source` is one of `target` (2020-12). It is careful: a keyword of the target
 * that it can't prove counts as not within.
 *
 * @returns undefined when it is; else the place in the value (a JSON Pointer) that keeps it from it.
 */
export function schemaWithin(source: JsonSchema, target: JsonSchema): string | undefined {
  return compare(source, target, '', { source, target, steps: 0 }, 0);
}

interface Roots {
  readonly source: JsonSchema;
  readonly target: JsonSchema;
  steps: number;
}

function compare(from: JsonValue, to: JsonValue, place: string, roots: Roots, depth: number): string | undefined {
  roots.steps += 1;
  if (depth > deepest || roots.steps > mostSteps) return place;
  const source = resolve(from, roots.source);
  const target = resolve(to, roots.target);
  if (target === true || source === false) return undefined;
  if (!isJsonObject(target)) return place;
  if (isEmpty(target) || (isJsonObject(source) && jsonEquals(source, target) && !hasReference(target)))
    return undefined;
  if (!isJsonObject(source)) return place;
  const choices = alternatives(source);
  if (choices !== undefined) return firstOf(choices, (choice) => compare(choice, target, place, roots, depth + 1));
  const wanted = alternatives(target);
  if (wanted !== undefined) {
    return wanted.some((choice) => compare(source, choice, place, roots, depth + 1) === undefined) ? undefined : place;
  }
  for (const keyword of Object.keys(target)) {
    const check = Object.hasOwn(checks, keyword) ? checks[keyword] : undefined;
    const failed = check
      ? check({ source, target, place, roots, depth })
      : jsonEquals(ownValue(source, keyword), target[keyword])
        ? undefined
        : place;
    if (failed !== undefined) return failed;
  }
  return undefined;
}

interface Comparison {
  readonly source: JsonSchema;
  readonly target: JsonSchema;
  readonly place: string;
  readonly roots: Roots;
  readonly depth: number;
}

type KeywordCheck = (comparison: Comparison) => string | undefined;

const ignored: KeywordCheck = () => undefined;

const checks: Readonly<Record<string, KeywordCheck>> = {
  $schema: ignored,
  $id: ignored,
  $defs: ignored,
  definitions: ignored,
  $comment: ignored,
  title: ignored,
  description: ignored,
  default: ignored,
  examples: ignored,
  deprecated: ignored,
  type: ({ source, target, place }) => {
    const wanted = typesOf(target);
    const given = typesOf(source);
    return given !== undefined &&
      given.every((type) => wanted?.includes(type) || (type === 'integer' && wanted?.includes('number')))
      ? undefined
      : place;
  },
  enum: ({ source, target, place }) => valuesWithin(source, target['enum'], place),
  const: ({ source, target, place }) => valuesWithin(source, [target['const'] ?? null], place),
  required: ({ source, target, place }) => {
    const given = source['required'];
    const missing = namesOf(target['required']).find((name) => !namesOf(given).includes(name));
    return missing === undefined ? undefined : `${place}/${missing}`;
  },
  properties: ({ source, target, place, roots, depth }) =>
    firstOf(Object.entries(objectOf(target['properties'])), ([name, wanted]) => {
      const given = ownValue(objectOf(source['properties']), name) ?? source['additionalProperties'] ?? true;
      return compare(given, wanted, `${place}/${name}`, roots, depth + 1);
    }),
  additionalProperties: ({ source, target, place, roots, depth }) => {
    const known = objectOf(target['properties']);
    const others = Object.entries(objectOf(source['properties'])).filter(([name]) => !Object.hasOwn(known, name));
    const wanted = target['additionalProperties'] ?? true;
    const failed = firstOf(others, ([name, given]) => compare(given, wanted, `${place}/${name}`, roots, depth + 1));
    return failed ?? compare(source['additionalProperties'] ?? true, wanted, place, roots, depth + 1);
  },
  items: ({ source, target, place, roots, depth }) =>
    compare(source['items'] ?? true, target['items'] ?? true, `${place}/*`, roots, depth + 1),
  minimum: atLeast('minimum'),
  exclusiveMinimum: atLeast('exclusiveMinimum'),
  minLength: atLeast('minLength'),
  minItems: atLeast('minItems'),
  minProperties: atLeast('minProperties'),
  maximum: atMost('maximum'),
  exclusiveMaximum: atMost('exclusiveMaximum'),
  maxLength: atMost('maxLength'),
  maxItems: atMost('maxItems'),
  maxProperties: atMost('maxProperties'),
};

function atLeast(keyword: string): KeywordCheck {
  return ({ source, target, place }) =>
    Number(source[keyword] ?? Number.NaN) >= Number(target[keyword]) ? undefined : place;
}

function atMost(keyword: string): KeywordCheck {
  return ({ source, target, place }) =>
    Number(source[keyword] ?? Number.NaN) <= Number(target[keyword]) ? undefined : place;
}

function valuesWithin(source: JsonSchema, wanted: JsonValue | undefined, place: string): string | undefined {
  const given = Object.hasOwn(source, 'const') ? [source['const'] ?? null] : source['enum'];
  if (!isJsonList(given)) return place;
  return given.every((value) => listOf(wanted).some((other) => jsonEquals(value, other))) ? undefined : place;
}

function typesOf(schema: JsonSchema): readonly JsonValue[] | undefined {
  const type = schema['type'];
  if (type === undefined) return undefined;
  return isJsonList(type) ? type : [type];
}

function alternatives(schema: JsonSchema): readonly JsonValue[] | undefined {
  const choices = schema['anyOf'] ?? schema['oneOf'];
  const others = Object.keys(schema).filter((key) => key !== 'anyOf' && key !== 'oneOf' && checks[key] !== ignored);
  return isJsonList(choices) && others.length === 0 ? choices : undefined;
}

/** Follows `$ref`s within the document, a few steps at most. */
function resolve(schema: JsonValue, root: JsonSchema): JsonValue {
  let found = schema;
  for (let step = 0; step < 8; step += 1) {
    const reference: JsonValue | undefined = isJsonObject(found) ? found['$ref'] : undefined;
    if (typeof reference !== 'string' || !reference.startsWith('#')) return found;
    found = reference
      .split('/')
      .slice(1)
      .reduce<JsonValue>((at, key) => (isJsonObject(at) ? (ownValue(at, key) ?? false) : false), root);
  }
  return found;
}

function hasReference(schema: JsonSchema): boolean {
  return JSON.stringify(schema).includes('"$ref"');
}

function isEmpty(schema: JsonSchema): boolean {
  return Object.keys(schema).every((key) => checks[key] === ignored);
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonList(value) ? value : [];
}

function namesOf(value: JsonValue | undefined): string[] {
  return listOf(value).filter((name) => typeof name === 'string');
}

function objectOf(value: JsonValue | undefined): JsonSchema {
  return isJsonObject(value) ? value : {};
}

function firstOf<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
