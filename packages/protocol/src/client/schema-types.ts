import { isJsonList, isJsonObject, ownValue, type JsonSchema, type JsonValue } from '@jacquard/flow';
import { propertyName, quoteTypeScript } from '../snippets/quote-text.ts';
import { docComment } from './doc-comment.ts';
import { typeName } from './type-names.ts';

/** Schemas within schemas are followed so deep; what lies beneath is unknown. */
const deepest = 40;

interface Writing {
  readonly name: string;
  readonly root: JsonSchema;
  /** The type of each `$ref` met, and those still to be written. */
  readonly named: Map<string, string>;
  readonly waiting: string[];
  readonly isGiven: boolean;
}

export interface SchemaTypesOptions {
  /** What is given takes lists that can't be written to, too; what comes out can be. */
  readonly isGiven?: boolean;
  /** The names of types that are written elsewhere, by the `$ref` that stands for each. */
  readonly known?: Readonly<Record<string, string>>;
}

/**
 * Writes a JSON Schema (2020-12) as TypeScript: a type of this name, and one for each `$ref` within the document, so that schemas may
 * refer to themselves. Objects without `additionalProperties` name what they have and allow no more: a slip of the pen in a name is an
 * error. What TypeScript can't say (bounds, patterns) is left to the server; what isn't known is `unknown`.
 */
export function schemaTypes(name: string, schema: JsonSchema, options: SchemaTypesOptions = {}): string {
  const { isGiven = false, known = {} } = options;
  const writing: Writing = { name, root: schema, named: new Map(Object.entries(known)), waiting: [], isGiven };
  let text = declaration(name, schema, writing);
  for (let reference = writing.waiting.shift(); reference !== undefined; reference = writing.waiting.shift())
    text += `\n${declaration(writing.named.get(reference) ?? '', lookUp(reference, schema), writing)}`;
  return text;
}

function declaration(name: string, schema: JsonValue, writing: Writing): string {
  return `export type ${name} = ${typeOf(schema, writing, '', 0)};\n`;
}

function typeOf(schema: JsonValue, writing: Writing, indent: string, depth: number): string {
  if (schema === false) return 'never';
  if (!isJsonObject(schema) || depth > deepest) return 'unknown';
  const parts = [
    referenceType(schema, writing),
    literalType(schema),
    ...['anyOf', 'oneOf'].map((keyword) => alternatives(schema[keyword], ' | ', writing, indent, depth)),
    alternatives(schema['allOf'], ' & ', writing, indent, depth),
  ].filter((part) => part !== undefined);
  // What stands beside alternatives says more of each of them; an enumeration says all by itself.
  if (parts.length === 0 || (literalType(schema) === undefined && isJsonObject(schema['properties'])))
    parts.unshift(plainType(schema, writing, indent, depth) ?? 'unknown');
  const known = parts.filter((part) => part !== 'unknown');
  if (known.length === 0) return 'unknown';
  return known.length === 1 ? (known[0] ?? 'unknown') : known.map(bracketed).join(' & ');
}

function referenceType({ $ref: reference }: JsonSchema, writing: Writing): string | undefined {
  if (typeof reference !== 'string') return undefined;
  if (!reference.startsWith('#')) return 'unknown';
  if (reference === '#') return writing.name;
  const known = writing.named.get(reference);
  if (known !== undefined) return known;
  if (isEmpty(lookUp(reference, writing.root))) return 'unknown';
  const wanted = `${writing.name}_${typeName(reference.split('/').at(-1) ?? '')}`;
  const taken = new Set(writing.named.values());
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}_${count}`;
  writing.named.set(reference, name);
  writing.waiting.push(reference);
  return name;
}

function isEmpty(schema: JsonValue): boolean {
  return schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0);
}

function lookUp(reference: string, root: JsonSchema): JsonValue {
  const keys = reference.split('/').slice(1);
  return keys.reduce<JsonValue>((at, key) => {
    const name = decoded(key);
    if (isJsonList(at)) return at[Number(name)] ?? true;
    return isJsonObject(at) ? (ownValue(at, name) ?? true) : true;
  }, root);
}

/** RFC 6901 within a fragment: escapes of addresses, then those of JSON Pointer. */
function decoded(key: string): string {
  return decodedAddress(key).replaceAll('~1', '/').replaceAll('~0', '~');
}

function decodedAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function literalType(schema: JsonSchema): string | undefined {
  if (Object.hasOwn(schema, 'const')) return literal(schema['const'] ?? null);
  const options = schema['enum'];
  if (!isJsonList(options)) return undefined;
  return options.length === 0 ? 'never' : [...new Set(options.map(literal))].join(' | ');
}

function literal(value: JsonValue): string {
  if (typeof value === 'string') return quoteTypeScript(value);
  return typeof value === 'object' && value !== null ? 'unknown' : String(value);
}

function alternatives(
  list: JsonValue | undefined,
  between: string,
  writing: Writing,
  indent: string,
  depth: number,
): string | undefined {
  if (!isJsonList(list) || list.length === 0) return undefined;
  const types = [...new Set(list.map((item) => typeOf(item, writing, indent, depth + 1)))];
  if (between === ' | ') return types.includes('unknown') ? 'unknown' : types.join(between);
  return types.map(bracketed).join(between);
}

function bracketed(type: string): string {
  return type.includes(' | ') || type.includes(' & ') ? `(${type})` : type;
}

function plainType(schema: JsonSchema, writing: Writing, indent: string, depth: number): string | undefined {
  const { type } = schema;
  if (isJsonList(type)) return [...new Set(type.map((one) => named(one, schema, writing, indent, depth)))].join(' | ');
  if (type !== undefined) return named(type, schema, writing, indent, depth);
  if (isJsonObject(schema['properties'])) return objectType(schema, writing, indent, depth);
  return undefined;
}

function named(type: JsonValue, schema: JsonSchema, writing: Writing, indent: string, depth: number): string {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return listType(schema, writing, indent, depth);
    case 'object':
      return objectType(schema, writing, indent, depth);
    default:
      return 'unknown';
  }
}

function listType(schema: JsonSchema, writing: Writing, indent: string, depth: number): string {
  const first = schema['prefixItems'];
  const items = typeOf(schema['items'] ?? true, writing, indent, depth + 1);
  const before = writing.isGiven ? 'readonly ' : '';
  if (!isJsonList(first)) return `${before}${items.startsWith('readonly ') ? `(${items})` : bracketed(items)}[]`;
  const places = first.map((item) => typeOf(item, writing, indent, depth + 1));
  return `${before}[${[...places, ...(schema['items'] === false ? [] : [`...${bracketed(items)}[]`])].join(', ')}]`;
}

function objectType(schema: JsonSchema, writing: Writing, indent: string, depth: number): string {
  const { properties, additionalProperties: rest, required } = schema;
  const wanted = new Set(isJsonList(required) ? required : []);
  const inner = `${indent}  `;
  const lines = Object.entries(isJsonObject(properties) ? properties : {}).map(([name, property]) => {
    const words = isJsonObject(property) ? wordsOf(property) : [];
    const type = typeOf(property, writing, inner, depth + 1);
    return `${docComment(words, inner)}${inner}${propertyName(name)}${wanted.has(name) ? '' : '?'}: ${type};\n`;
  });
  if (lines.length === 0 && rest === false) return 'Record<string, never>';
  const isOpen = rest !== undefined && rest !== false;
  if (lines.length === 0) return `Record<string, ${isOpen ? typeOf(rest, writing, inner, depth + 1) : 'unknown'}>`;
  // Beside named properties, others can only be said to be there.
  return `{\n${lines.join('')}${isOpen ? `${inner}[name: string]: unknown;\n` : ''}${indent}}`;
}

/** What a schema says of a value in words, and the bounds that a type can't hold. */
function wordsOf(schema: JsonSchema): string[] {
  const texts = [schema['title'], schema['description']].filter((text) => typeof text === 'string');
  const examples = schema['examples'];
  const example = isJsonList(examples) ? examples.slice(0, 1).map((one) => `@example ${JSON.stringify(one)}`) : [];
  const bounds = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'default'].flatMap(
    (keyword) => (Object.hasOwn(schema, keyword) ? [`@${keyword} ${JSON.stringify(schema[keyword])}`] : []),
  );
  return [...texts, ...bounds, ...example];
}
