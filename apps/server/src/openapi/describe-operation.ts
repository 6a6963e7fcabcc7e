import type { JsonSchema, JsonValue } from '@jacquard/flow';
import { openAiErrorSchema, problemDocumentSchema } from '@jacquard/protocol';
import { z } from 'zod';
import type { Operation } from '../operations/operation.ts';
import type { ComponentSchemas } from './component-schemas.ts';
import type { DocAnswer, DocParameter, OperationDoc } from './operation-doc.ts';
import { pathParameters } from './parameters.ts';

const binary: JsonSchema = { type: 'string', format: 'binary' };
const statusWords: Readonly<Record<number, string>> = {
  400: 'The request is not as it should be.',
  401: 'A key or a sign-in is needed.',
  403: 'Not allowed: the key may not, or another site’s page asks.',
  404: 'There is none, or none that the caller may see.',
  405: 'Not with this method.',
  406: 'Not in a form that is accepted.',
  409: 'Not as things stand.',
  410: 'No longer.',
  412: 'It was changed meanwhile.',
  413: 'Too large.',
  415: 'Not this type of body.',
  421: 'The server was called by a foreign name.',
  422: 'Understood, and refused for what it says.',
  428: '`If-Match` is missing.',
  429: 'Too much at once: `Retry-After` says when there is room.',
  431: 'The headers are too large.',
  502: 'What is elsewhere did not answer as it should, or a run failed by it.',
  503: 'Not now: the server is stopping, locked or busy.',
  507: 'The disk is full.',
};

/** An operation as OpenAPI describes it: its own docs, with what all operations share. */
export function describeOperation(
  operation: Operation,
  doc: OperationDoc,
  schemas: ComponentSchemas,
): Record<string, JsonValue> {
  return {
    operationId: operationId(operation),
    tags: [doc.tag],
    summary: doc.summary,
    ...(doc.description !== undefined && { description: doc.description }),
    ...(operation.rule === 'public' && { security: [] }),
    ...parametersOf(operation, doc, schemas),
    ...(doc.body !== undefined && { requestBody: bodyOf(doc.body, doc.isBodyOptional !== true, schemas) }),
    responses: { ...answersOf(doc, schemas), ...problemsOf(operation, doc, schemas) },
  };
}

function operationId({ method, path }: Operation): string {
  const parts = path
    .replace(/^\/api(\/v1)?/, '')
    .split(/[/.:-]+/)
    .filter((part) => part !== '');
  return [method.toLowerCase(), ...parts]
    .map((part, at) => (at === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');
}

function parametersOf({ path }: Operation, doc: OperationDoc, schemas: ComponentSchemas): Record<string, JsonValue> {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  const ofPath = names.map((name) => {
    const schema = name === 'number' ? { type: 'integer', minimum: 1 } : { type: 'string', minLength: 1 };
    return { name, in: 'path', required: true, description: pathParameters[name] ?? '', schema };
  });
  const others = (place: 'query' | 'header', given: Readonly<Record<string, DocParameter>> = {}) =>
    Object.entries(given).map(([name, { says, schema, required = false }]) => ({
      name,
      in: place,
      required,
      description: says,
      schema: schemas.reference(schema),
    }));
  const parameters = [...ofPath, ...others('query', doc.query), ...others('header', doc.headers)];
  return parameters.length === 0 ? {} : { parameters };
}

function bodyOf(body: NonNullable<OperationDoc['body']>, required: boolean, schemas: ComponentSchemas): JsonValue {
  if (body === 'file') {
    const schema = { type: 'object', properties: { file: binary }, required: ['file'] };
    return { required, content: { 'multipart/form-data': { schema } } };
  }
  if (body instanceof z.ZodType)
    return { required, content: { 'application/json': { schema: schemas.reference(body) } } };
  const form = {
    type: 'object',
    description: 'The members of the JSON body as fields, in JSON; files by the names of the inputs that they are.',
    properties: { inputs: { type: 'string', contentMediaType: 'application/json' } },
    additionalProperties: binary,
  };
  const content = {
    'application/json': { schema: schemas.reference(body.call) },
    'multipart/form-data': { schema: form },
  };
  return { required: false, content };
}

function answersOf({ answers }: OperationDoc, schemas: ComponentSchemas): Record<string, JsonValue> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [status, answerOf(Number(status), answer, schemas)]),
  );
}

function answerOf(status: number, answer: DocAnswer, schemas: ComponentSchemas): JsonValue {
  const words =
    { 200: 'Done.', 201: 'Made.', 202: 'Begun.', 204: 'Done; there is nothing to say.' }[status] ?? 'Answered.';
  if (answer === 'nothing') return { description: words };
  if (answer instanceof z.ZodType)
    return { description: words, content: { 'application/json': { schema: schemas.reference(answer) } } };
  const content = Object.entries(answer.content).map(([type, form]) => {
    const isEvents = type === 'text/event-stream';
    const text = isEvents ? { description: 'Server-sent events.' } : { type: 'string' };
    const schema = form === 'text' ? text : form === 'bytes' ? binary : schemas.reference(form);
    return [type, { schema }] as const;
  });
  return { description: answer.says ?? words, content: Object.fromEntries(content) };
}

/** What any operation of its kind may be refused with, and what this one may besides. */
function problemsOf({ method, path, rule }: Operation, doc: OperationDoc, schemas: ComponentSchemas) {
  const statuses = new Set([400, 403, 421, 503, ...(doc.problems ?? [])]);
  if (rule !== 'public') statuses.add(401).add(429);
  if (path.includes(':')) statuses.add(404).add(422);
  if (method !== 'GET') statuses.add(413).add(415);
  if (doc.body !== undefined) statuses.add(422);
  const own = Object.keys(doc.answers).map(Number);
  const listed = [...statuses].filter((status) => !own.includes(status)).toSorted((a, b) => a - b);
  const content =
    doc.isOpenAi === true
      ? {
          'application/json': { schema: schemas.reference(openAiErrorSchema) },
          'application/problem+json': { schema: schemas.reference(problemDocumentSchema) },
        }
      : { 'application/problem+json': { schema: schemas.reference(problemDocumentSchema) } };
  return Object.fromEntries(
    listed.map((status) => [
      String(status),
      { description: statusWords[status] ?? '', ...(status === 429 && { headers: retryAfter }), content },
    ]),
  );
}

const retryAfter = { 'Retry-After': { description: 'Seconds until there is room.', schema: { type: 'integer' } } };
