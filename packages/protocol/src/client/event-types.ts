import { flowDocumentSchema, jsonSchemaSchema, jsonValueSchema, type JsonSchema } from '@jacquard/flow';
import { z } from 'zod';
import { waitingStepSchema } from '../api.ts';
import { runStateSchema } from '../call-api.ts';
import { deltaFrameSchema, problemDataSchema, runEventSchema, stepProgressSchema, usageSchema } from '../run-event.ts';
import { schemaTypes } from './schema-types.ts';

/** What a client reads of runs, by the name of its type. */
const read: Readonly<Record<string, z.core.$ZodType>> = {
  Usage: usageSchema,
  ProblemData: problemDataSchema,
  WaitingStep: waitingStepSchema,
  RunState: runStateSchema,
  DurableEvent: runEventSchema,
  TransientEvent: z.discriminatedUnion('type', [deltaFrameSchema, stepProgressSchema]),
};

/** Flows and JSON as it is are unknown to a client: it doesn't go on with them. */
const opaque: readonly unknown[] = [flowDocumentSchema, jsonValueSchema, jsonSchemaSchema];
const bounds = ['minimum', 'maximum', 'exclusiveMinimum'];

/** The types of run events and of what the API says of a run, written from the schemas that the server itself goes by. */
export function eventTypes(): string {
  const known = Object.fromEntries(Object.keys(read).map((name) => [referenceOf(name), name]));
  return Object.entries(read)
    .map(([name, schema]) => schemaTypes(name, jsonSchemaOf(schema), { known }))
    .join('\n');
}

/** What has a type of its own is named; what the server gives keeps its bounds, so that they needn't be told. */
function jsonSchemaOf(schema: z.core.$ZodType): JsonSchema {
  const written = z.toJSONSchema(schema, {
    override: ({ zodSchema, jsonSchema }) => {
      const [name] = Object.entries(read).find(([, other]) => Object.is(other, zodSchema) && other !== schema) ?? [];
      const left = opaque.includes(zodSchema) || name !== undefined ? Object.keys(jsonSchema) : bounds;
      for (const key of left) Reflect.deleteProperty(jsonSchema, key);
      if (name !== undefined) jsonSchema.$ref = referenceOf(name);
    },
  });
  return jsonSchemaSchema.parse(written);
}

function referenceOf(name: string): string {
  return `#/types/${name}`;
}
