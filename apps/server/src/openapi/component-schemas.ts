import type { JsonSchema } from '@jacquard/flow';
import { jsonValueSchema } from '@jacquard/flow';
import * as protocol from '@jacquard/protocol';
import { z } from 'zod';

const place = '#/components/schemas/';
/** What zod calls the schemas that it names itself: recursive ones without a name of ours. */
const shared = '__shared';

/** Turns zod's schemas into those of the document; each that has a name stands there once. */
export interface ComponentSchemas {
  /** A reference to a named schema, or the schema itself. */
  reference(schema: z.ZodType): JsonSchema;
  /** All named schemas that were referred to, and those within them. */
  components(): Readonly<Record<string, JsonSchema>>;
}

interface NamedSchemas {
  readonly names: ReadonlyMap<z.core.$ZodType, string>;
  readonly registry: z.core.$ZodRegistry<{ id: string }>;
  readonly all: Readonly<Record<string, JsonSchema>>;
}

let known: NamedSchemas | undefined;

/** Names every schema of the protocol by its export: `runStateSchema` is `RunState`. Written once, when it is first asked for. */
function namedSchemas(): NamedSchemas {
  if (known !== undefined) return known;
  const names = new Map<z.core.$ZodType, string>([[jsonValueSchema, 'JsonValue']]);
  for (const [name, value] of Object.entries(protocol))
    if (name.endsWith('Schema') && value instanceof z.ZodType && !names.has(value))
      names.set(value, componentName(name));
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of names) registry.add(schema, { id });
  known = { names, registry, all: asComponents(registry) };
  return known;
}

/** The schemas of one document. */
export function createComponentSchemas(): ComponentSchemas {
  const { names, registry, all } = namedSchemas();
  const used = new Set<string>();
  return {
    reference(schema) {
      const name = names.get(schema);
      if (name !== undefined) return refer(name, all, used);
      const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: registry });
      const text = JSON.stringify(written).replaceAll('#/$defs/', place);
      const { $defs: _named, ...own } = withoutDialect(JSON.parse(text));
      for (const within of namesWithin(own)) refer(within, all, used);
      return own;
    },
    components: () => Object.fromEntries([...used].toSorted().map((name) => [name, all[name] ?? {}])),
  };
}

function componentName(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1, -'Schema'.length)}`;
}

function asComponents(registry: z.core.$ZodRegistry<{ id: string }>): Readonly<Record<string, JsonSchema>> {
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    unrepresentable: 'any',
    uri: (id) => (id === shared ? shared : `${place}${id}`),
  });
  // zod names what it shares by a place within the shared document; here each is a component like the others.
  const text = JSON.stringify(schemas).replaceAll(`${shared}#/$defs/`, `${place}${shared}-`);
  const { [shared]: common, ...named } = JSON.parse(text) as Record<string, JsonSchema & { $defs?: JsonSchema }>; // boundary: zod's own JSON
  const defs = Object.entries(common?.$defs ?? {}).map(([id, schema]) => [`${shared}-${id}`, schema] as const);
  return Object.fromEntries([...Object.entries(named), ...defs].map(([id, schema]) => [id, withoutDialect(schema)]));
}

/** Inside the document, its dialect and the places of the schemas are known. */
function withoutDialect(schema: unknown): JsonSchema {
  const { $schema: _dialect, $id: _place, ...rest } = schema as JsonSchema; // boundary: a JSON Schema of zod's
  return rest;
}

function refer(name: string, all: Readonly<Record<string, JsonSchema>>, used: Set<string>): JsonSchema {
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (used.has(next)) continue;
    used.add(next);
    waiting.push(...namesWithin(all[next] ?? {}));
  }
  return { $ref: `${place}${name}` };
}

function namesWithin(schema: JsonSchema): string[] {
  return [...JSON.stringify(schema).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name ?? '',
  );
}
