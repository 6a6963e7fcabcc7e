import { converted, same, type Fit } from './fit.ts';
import type { JsonSchema, JsonValue } from './json.ts';
import { isComponentKind, type Kind } from './kind.ts';
import { schemaWithin } from './schema-within.ts';

/** What is converted, from kind to kinds (the rest of the table is rules). No text → number, boolean, json, table: those are nodes. */
const conversions: Readonly<Partial<Record<Kind['kind'], readonly Kind['kind'][]>>> = {
  number: ['text'],
  boolean: ['text'],
  choice: ['text'],
  text: ['messages'],
  messages: ['text'],
  json: ['text'],
  table: ['text', 'json'],
  documents: ['text', 'json'],
  passages: ['text', 'json'],
};

/**
 * The one table of which kind fits which.
 *
 * The same kind fits, anything but components fits `any` and a type variable, `T` fits a list of `T` as its one item,
 * never back. What is made of items (a table's rows, documents, a JSON list) fits a list of JSON item by item, and a
 * list of data fits JSON. JSON fits JSON when the source's schema lies within the target's.
 */
export function kindFits(source: Kind, target: Kind): Fit {
  if (isComponentKind(bottom(source)) || isComponentKind(bottom(target))) {
    return isSameComponent(source, target) ? same : refuse(componentReason(target), source, target);
  }
  if (target.kind === 'any' || target.kind === 'variable' || source.kind === 'variable') return same;
  if (target.kind === 'list') return fitsList(source, target.of, target);
  if (source.kind === 'list') return listFits(source.of, source, target);
  if (source.kind === 'json' && target.kind === 'json') return jsonFitsJson(source, target);
  if (source.kind === 'choice' && target.kind === 'choice') return choiceFits(source, target);
  if (source.kind === 'text' && target.kind === 'choice' && target.options === undefined) return converted;
  if (source.kind === target.kind) return same;
  if (conversions[source.kind]?.includes(target.kind)) {
    return target.kind === 'json' ? afterConversion(jsonFitsJson(asJson(source), target)) : converted;
  }
  return refuse(reasonOf(source, target), source, target);
}

/** What one item is when a value of `source` is taken as a list; undefined when it isn't made of items. */
export function itemKindOf(source: Kind): Kind | undefined {
  switch (source.kind) {
    case 'list':
      return source.of;
    case 'table':
    case 'documents':
    case 'passages':
    case 'messages':
      return { kind: 'json' };
    case 'json': {
      if (source.schema === undefined) return { kind: 'json' };
      if (source.schema['type'] !== 'array') return undefined;
      const items = source.schema['items'];
      return typeof items === 'object' && items !== null && !Array.isArray(items)
        ? { kind: 'json', schema: items as JsonSchema } // boundary: an object, and no list, is a schema
        : { kind: 'json' };
    }
    default:
      return undefined;
  }
}

function fitsList(source: Kind, of: Kind, target: Kind): Fit {
  const item = itemKindOf(source);
  const takesItems = source.kind === 'list' || of.kind === 'json' || of.kind === 'variable' || of.kind === 'any';
  if (item !== undefined && takesItems) {
    const fit = kindFits(item, of);
    if (source.kind === 'list') return fit.fit === 'refused' ? refuse(fit.reason, source, target) : fit;
    if (fit.fit !== 'refused') return converted;
  }
  const one = kindFits(source, of);
  return one.fit === 'refused' ? refuse(one.reason, source, target) : converted;
}

const jsonItems: readonly Kind['kind'][] = [
  'text',
  'number',
  'boolean',
  'choice',
  'json',
  'table',
  'documents',
  'passages',
];

function listFits(of: Kind, source: Kind, target: Kind): Fit {
  const isData = jsonItems.includes(bottom(of).kind) || bottom(of).kind === 'variable';
  if (target.kind === 'json' && isData) return afterConversion(jsonFitsJson(asJson(source), target));
  return refuse(target.kind === 'text' ? 'kind-list-to-text' : 'kind-list-to-item', source, target);
}

function jsonFitsJson(source: Kind & { kind: 'json' }, target: Kind & { kind: 'json' }): Fit {
  if (target.schema === undefined || Object.keys(target.schema).length === 0) return same;
  if (source.schema === undefined) return refuse('kind-json-unknown', source, target);
  const place = schemaWithin(source.schema, target.schema);
  return place === undefined ? same : refuse('kind-json-schema', source, target, { place: place || '/' });
}

function choiceFits(source: Kind & { kind: 'choice' }, target: Kind & { kind: 'choice' }): Fit {
  const { options } = target;
  if (options === undefined) return same;
  if (source.options === undefined) return refuse('kind-choice-unknown', source, target);
  const others = source.options.filter((option) => !options.includes(option));
  return others.length === 0 ? same : refuse('kind-choice-options', source, target, { others: others.slice(0, 5) });
}

/** What a kind is once converted to JSON. */
function asJson(kind: Kind): Kind & { kind: 'json' } {
  if (kind.kind === 'json') return kind;
  if (kind.kind === 'text' || kind.kind === 'choice') return { kind: 'json', schema: { type: 'string' } };
  if (kind.kind === 'number' || kind.kind === 'boolean') return { kind: 'json', schema: { type: kind.kind } };
  if (kind.kind === 'list') return { kind: 'json', schema: { type: 'array', items: asJson(kind.of).schema ?? {} } };
  return { kind: 'json', schema: { type: 'array', items: { type: 'object' } } };
}

function afterConversion(fit: Fit): Fit {
  return fit.fit === 'refused' ? fit : converted;
}

function bottom(kind: Kind): Kind {
  let inner = kind;
  while (inner.kind === 'list') inner = inner.of;
  return inner;
}

function isSameComponent(source: Kind, target: Kind): boolean {
  if (target.kind !== 'list') return source.kind === target.kind;
  return isSameComponent(source.kind === 'list' ? source.of : source, target.of);
}

function componentReason(target: Kind): string {
  return isComponentKind(bottom(target)) ? 'kind-needs-component' : 'kind-component-to-data';
}

function reasonOf(source: Kind, target: Kind): string {
  if (source.kind === 'any') return 'kind-any-unknown';
  if (source.kind !== 'text') return 'kind-different';
  const nodes: readonly Kind['kind'][] = ['number', 'boolean', 'json', 'table', 'choice'];
  return nodes.includes(target.kind) ? `kind-text-to-${target.kind}` : 'kind-different';
}

function refuse(reason: string, source: Kind, target: Kind, more: Readonly<Record<string, JsonValue>> = {}): Fit {
  const params = { source: plain(source), target: plain(target), ...more };
  return { fit: 'refused', reason, params };
}

/** A kind without its schema and options, so that params stay small. */
function plain(kind: Kind): JsonValue {
  return kind.kind === 'list'
    ? { kind: 'list', of: plain(kind.of) }
    : { kind: kind.kind, ...(kind.kind === 'variable' && { name: kind.name }) };
}
