import * as api from '@jacquard/protocol';
import { z } from 'zod';
import { docsOf } from '../operation-doc.ts';
import { ifMatch, queryText } from '../parameters.ts';

const v1 = '/api/v1';
const base = '/api/v1/knowledge-bases/:id';
const model = '/api/v1/models/:model';
const nothing = { 204: 'nothing' } as const;
const begun = { 202: z.object({}) };
const path = { path: queryText('The document’s path in its knowledge base.', true) };

/** Knowledge bases. */
export const knowledgeDocs = docsOf('Knowledge bases', {
  [`GET ${v1}/knowledge-bases`]: {
    summary: 'All knowledge bases',
    answers: { 200: z.object({ bases: z.array(api.knowledgeSummarySchema) }) },
  },
  [`POST ${v1}/knowledge-bases`]: {
    summary: 'Creates a knowledge base',
    body: api.createKnowledgeSchema,
    answers: { 201: api.knowledgeBaseSchema },
    problems: [409, 507],
  },
  [`GET ${base}`]: { summary: 'A knowledge base', answers: { 200: api.knowledgeBaseSchema } },
  [`PUT ${base}`]: {
    summary: 'Saves the settings of a knowledge base',
    headers: ifMatch,
    body: api.putKnowledgeSchema,
    answers: { 200: api.knowledgeBaseSchema },
    problems: [412, 428, 507],
  },
  [`DELETE ${base}`]: { summary: 'Deletes a knowledge base', answers: nothing, problems: [409] },
  [`POST ${base}/build`]: {
    summary: 'Builds what is missing or stale',
    body: api.buildKnowledgeSchema,
    answers: begun,
    problems: [409],
  },
  [`POST ${base}/cancel`]: { summary: 'Stops building', answers: nothing },
  [`POST ${base}/search`]: {
    summary: 'Searches a knowledge base',
    body: api.searchRequestSchema,
    answers: { 200: api.searchAnswerSchema },
    problems: [409, 502],
  },
  [`POST ${base}/files`]: {
    summary: 'Adds a document',
    query: {
      path: queryText('Where it lies in the base; its name without it.'),
      modified: {
        says: 'When it was last changed (milliseconds since the epoch).',
        schema: z.number().int().min(0).max(8.64e15),
      },
    },
    body: 'file',
    answers: { 201: api.knowledgeUploadSchema },
    problems: [409, 507],
  },
  [`DELETE ${base}/files`]: { summary: 'Removes a document', query: path, answers: nothing, problems: [409] },
  [`GET ${base}/file`]: {
    summary: 'A document’s bytes',
    query: path,
    answers: { 200: { content: { 'application/octet-stream': 'bytes' } } },
  },
  [`GET ${base}/documents`]: {
    summary: 'What was read of a document',
    query: path,
    answers: { 200: api.knowledgeDocumentsSchema },
  },
  [`GET ${base}/passages`]: {
    summary: 'The passages of a document',
    query: path,
    answers: { 200: api.knowledgePassagesSchema },
  },
});

/** Models and what they run on. */
export const modelDocs = docsOf('Models', {
  [`GET ${v1}/models`]: { summary: 'Local models', answers: { 200: api.modelsSchema } },
  [`GET ${v1}/models/machine`]: { summary: 'What this machine has for models', answers: { 200: api.machineSchema } },
  [`GET ${v1}/models/elsewhere`]: {
    summary: 'Models that run elsewhere',
    answers: { 200: api.modelsElsewhereSchema },
  },
  [`GET ${v1}/models/host`]: { summary: 'The process that runs models', answers: { 200: api.modelHostSchema } },
  [`PUT ${v1}/models/default`]: {
    summary: 'Chooses the default model',
    body: api.putDefaultModelSchema,
    answers: { 200: api.modelsSchema },
    problems: [404, 409],
  },
  [`POST ${v1}/models/preview`]: {
    summary: 'What a model would take, before it is fetched',
    body: api.modelSourceSchema,
    answers: { 200: api.modelPreviewSchema },
    problems: [404, 409, 502],
  },
  [`POST ${v1}/models/add`]: {
    summary: 'Adds a model of Hugging Face, an address or a file',
    body: api.modelSourceSchema,
    answers: { 202: api.modelAddedSchema },
    problems: [404, 409, 502, 507],
  },
  [`GET ${model}/uses`]: { summary: 'Which flows use a model', answers: { 200: api.modelUsesSchema } },
  [`DELETE ${model}`]: { summary: 'Deletes a model', answers: nothing, problems: [409] },
  [`POST ${model}/install`]: { summary: 'Fetches a model', answers: begun, problems: [409, 502, 507] },
  [`POST ${model}/cancel`]: { summary: 'Stops fetching a model', answers: nothing },
  [`POST ${model}/measure`]: {
    summary: 'Measures how fast a model is here',
    answers: { 200: z.unknown() },
    problems: [409, 502],
  },
  [`POST ${model}/try`]: {
    summary: 'Asks a model something, as a stream of events',
    body: api.tryModelSchema,
    answers: { 200: { content: { 'text/event-stream': 'text' } } },
    problems: [409, 502],
  },
  [`POST ${model}/next-tokens`]: {
    summary: 'What a model holds likely next',
    body: api.askNextTokensSchema,
    answers: { 200: api.nextTokensSchema },
    problems: [409, 502],
  },
  [`POST ${model}/tokens`]: {
    summary: 'How a model cuts a text into tokens',
    body: api.askTokensSchema,
    answers: { 200: api.tokensSchema },
    problems: [409, 502],
  },
  [`GET ${v1}/engines`]: { summary: 'What models can run on', answers: { 200: api.enginesSchema } },
  [`PUT ${v1}/engines`]: {
    summary: 'Chooses what models run on',
    body: api.useEngineSchema,
    answers: { 200: api.enginesSchema },
    problems: [409],
  },
  [`POST ${v1}/engines/install`]: {
    summary: 'Fetches an engine',
    body: api.installEngineSchema,
    answers: begun,
    problems: [404, 409, 502, 507],
  },
  [`POST ${v1}/engines/cancel`]: { summary: 'Stops fetching an engine', answers: nothing },
  [`DELETE ${v1}/engines/:engine`]: { summary: 'Removes an engine', answers: nothing, problems: [409] },
});

/** The server itself. */
export const serverDocs = docsOf('Server', {
  'GET /healthz': { summary: 'Whether the server is ready', answers: { 200: api.healthSchema, 503: api.healthSchema } },
  'GET /metrics': {
    summary: 'Figures for Prometheus',
    answers: { 200: { content: { 'text/plain': 'text' } } },
  },
  [`GET ${v1}/openapi.json`]: {
    summary: 'This document',
    answers: { 200: z.record(z.string(), z.unknown()) },
  },
  'GET /api/reference': {
    summary: 'The reference page',
    answers: { 200: { content: { 'text/html': 'text' } } },
  },
  'GET /api/reference/:file': {
    summary: 'What the reference page is made of',
    answers: { 200: { content: { 'text/javascript': 'text', 'text/css': 'text' } } },
  },
  [`GET ${v1}/secrets`]: {
    summary: 'The names of secrets, never their texts',
    answers: { 200: z.object({ secrets: z.array(api.secretSummarySchema) }) },
  },
  [`PUT ${v1}/secrets/:name`]: {
    summary: 'Saves a secret, with the origins that it may be sent to',
    body: api.putSecretSchema,
    answers: nothing,
    problems: [409],
  },
  [`DELETE ${v1}/secrets/:name`]: { summary: 'Deletes a secret', answers: nothing, problems: [409] },
  [`GET ${v1}/workspace`]: { summary: 'What the page needs once', answers: { 200: api.workspaceSchema } },
  [`PUT ${v1}/workspace`]: {
    summary: 'Notes the flow that the next start opens',
    body: api.putWorkspaceSchema,
    answers: nothing,
  },
  [`GET ${v1}/examples`]: {
    summary: 'The examples',
    query: { language: { says: 'Of this language.', schema: z.enum(['en', 'fr']) } },
    answers: { 200: z.object({ examples: z.array(api.exampleSchema) }) },
  },
});
