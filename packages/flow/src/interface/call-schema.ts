import type { FlowInterface, FlowOverride, FlowPort } from '../flow-port.ts';
import type { JsonSchema } from '../json.ts';
import { embedSchema } from './embed-schema.ts';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The JSON Schema (2020-12) of an object of all these values by id. `place` is the JSON Pointer at which it will stand, so that
 * references inside the ports' own schemas lead somewhere.
 */
export function flowPortsSchema(ports: readonly FlowPort[], place = '#'): JsonSchema {
  return {
    type: 'object',
    properties: propertiesOf(ports, place),
    required: ports.filter(({ optional }) => !optional).map(({ id }) => id),
    additionalProperties: false,
  };
}

/** The JSON Schema of the body of a call: what goes in, and what of the flow the caller sets otherwise. */
export function callSchema({ inputs, overrides }: FlowInterface, title?: string): JsonSchema {
  const isNeeded = inputs.some(({ optional }) => !optional);
  return {
    $schema: dialect,
    ...(title !== undefined && { title }),
    type: 'object',
    properties: {
      inputs: flowPortsSchema(inputs, '#/properties/inputs'),
      ...(overrides.length > 0 && { overrides: overridesSchema(overrides, '#/properties/overrides') }),
      sessionId: { type: 'string', description: 'The conversation that the call goes on with.' },
    },
    required: isNeeded ? ['inputs'] : [],
    additionalProperties: false,
  };
}

/** The JSON Schema of the values by which callers may set the flow's fields; each is optional. */
export function overridesSchema(overrides: readonly FlowOverride[], place = '#'): JsonSchema {
  return { type: 'object', properties: propertiesOf(overrides, place), additionalProperties: false };
}

/**
 * The JSON Schema of a completed run's answer. An output whose nodes were skipped is absent, and named in `skipped`; one that is
 * too large for an answer stands there as a reference.
 */
export function answerSchema({ outputs }: FlowInterface): JsonSchema {
  const named = outputs.map(({ id, schema }) => [`output.${id}`, schema] as const);
  return {
    $schema: dialect,
    type: 'object',
    properties: {
      runId: { type: 'string' },
      outputs: {
        type: 'object',
        properties: Object.fromEntries(
          outputs.map(({ id }) => [id, { anyOf: [{ $ref: `#/$defs/output.${id}` }, { $ref: '#/$defs/reference' }] }]),
        ),
        additionalProperties: false,
      },
      skipped: { type: 'array', items: { type: 'string' }, description: 'Outputs that this run did not reach.' },
      usage: { type: 'object', description: 'What the models read and wrote.' },
    },
    required: ['runId', 'outputs', 'usage'],
    $defs: {
      reference: referenceSchema,
      ...Object.fromEntries(named.map(([name, schema]) => [name, embedSchema(schema, `#/$defs/${name}`)])),
    },
  };
}

const referenceSchema: JsonSchema = {
  type: 'object',
  description: 'A value too large for an answer; GET /api/v1/runs/RUN/values/REF has it.',
  properties: { ref: { type: 'string' }, kind: {}, size: { type: 'integer' }, preview: {} },
  required: ['ref', 'size'],
};

function propertiesOf(
  ports: readonly { readonly id: string; readonly schema: JsonSchema }[],
  place: string,
): Record<string, JsonSchema> {
  return Object.fromEntries(
    ports.map(({ id, schema }) => [id, embedSchema(schema, `${place}/properties/${pointerPart(id)}`)]),
  );
}

function pointerPart(id: string): string {
  return id.replaceAll('~', '~0').replaceAll('/', '~1');
}
