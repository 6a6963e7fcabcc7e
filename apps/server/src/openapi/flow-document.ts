import {
  answerSchema,
  callSchema,
  flowPortsSchema,
  type FlowInterface,
  type JsonSchema,
  type JsonValue,
} from '@jacquard/flow';
import { acceptedAnswerSchema, problemDocumentSchema } from '@jacquard/protocol';
import { createComponentSchemas, type ComponentSchemas } from './component-schemas.ts';
import { securityOf, securitySchemes } from './open-api-document.ts';

export interface DescribedFlow {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  /** As it stands in addresses: `@3`, `@draft`, or nothing. */
  readonly suffix: string;
  readonly interface: FlowInterface;
  /** The name of the cookie that holds a sign-in. */
  readonly cookie: string;
  readonly needsLogin: boolean;
}

/** One flow as an OpenAPI 3.1 document: how it is called, with its own inputs and outputs. */
export function flowDocument(flow: DescribedFlow): JsonValue {
  const schemas = createComponentSchemas();
  const base = `/api/v1/flows/${flow.id}${flow.suffix}`;
  const call = { $ref: '#/components/schemas/Call' };
  const body = { required: true, content: { 'application/json': { schema: call } } };
  const problems = problemsOf(schemas);
  const accepted = answerOf(
    'The run waits for a person, or goes on longer than was waited.',
    schemas.reference(acceptedAnswerSchema),
  );
  const operations = {
    [`${base}/invoke`]: {
      summary: 'Runs the flow and waits for its answer',
      responses: { 200: answerOf('What the flow gave.', { $ref: '#/components/schemas/Answer' }), 202: accepted },
    },
    [`${base}/stream`]: {
      summary: 'Runs the flow and streams what happens; `?format=text` streams its texts alone',
      responses: { 200: { description: 'Events.', content: { 'text/event-stream': { schema: {} } } } },
    },
    [`${base}/runs`]: {
      summary: 'Starts a run and comes back at once',
      responses: {
        202: answerOf('Begun.', { type: 'object', properties: { runId: { type: 'string' } }, required: ['runId'] }),
      },
    },
  };
  return {
    openapi: '3.1.0',
    info: {
      title: flow.name,
      version: flow.suffix.slice(1) || 'published',
      ...(flow.description !== undefined && { description: flow.description }),
    },
    servers: [{ url: '/' }],
    security: securityOf(flow.needsLogin),
    paths: Object.fromEntries(
      Object.entries(operations).map(([path, { summary, responses }]) => [
        path,
        {
          post: {
            operationId: path.split('/').at(-1) ?? '',
            summary,
            requestBody: body,
            responses: { ...responses, ...problems },
          },
        },
      ]),
    ),
    components: {
      schemas: {
        ...schemas.components(),
        Inputs: flowPortsSchema(flow.interface.inputs, '#/components/schemas/Inputs'),
        Call: moved(callSchema(flow.interface), 'Call'),
        Answer: moved(answerSchema(flow.interface), 'Answer'),
      },
      securitySchemes: securitySchemes(flow.cookie),
    },
  };
}

/** A schema that pointed within itself, at its place in the document. */
function moved(schema: JsonSchema, name: string): JsonSchema {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"#/components/schemas/${name}/`);
  const { $schema: _dialect, ...rest } = JSON.parse(text) as JsonSchema; // boundary: the schema that was written
  return rest;
}

function answerOf(description: string, schema: JsonSchema): JsonValue {
  return { description, content: { 'application/json': { schema } } };
}

function problemsOf(schemas: ComponentSchemas): Record<string, JsonValue> {
  const content = { 'application/problem+json': { schema: schemas.reference(problemDocumentSchema) } };
  const statuses = [400, 401, 403, 404, 409, 413, 415, 421, 422, 429, 502, 503, 507];
  return Object.fromEntries(statuses.map((status) => [String(status), { description: 'A problem.', content }]));
}
