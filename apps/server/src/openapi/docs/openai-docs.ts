import * as api from '@jacquard/protocol';
import { z } from 'zod';
import { docsOf } from '../operation-doc.ts';

/** What OpenAI's clients ask: flows and local models as models. */
export const openAiDocs = docsOf('OpenAI', {
  'POST /v1/chat/completions': {
    summary: 'Asks a flow or a local model, as OpenAI’s clients do',
    body: api.chatCompletionRequestSchema,
    answers: {
      200: { content: { 'application/json': z.record(z.string(), z.unknown()), 'text/event-stream': 'text' } },
    },
    problems: [404, 409, 422, 502],
    isOpenAi: true,
  },
  'POST /v1/embeddings': {
    summary: 'Vectors of texts',
    body: api.embeddingsRequestSchema,
    answers: { 200: z.record(z.string(), z.unknown()) },
    problems: [404, 409, 422, 502],
    isOpenAi: true,
  },
  'GET /v1/models': {
    summary: 'Flows and local models, as models',
    answers: { 200: api.openAiModelsSchema },
    isOpenAi: true,
  },
  'GET /v1/models/:model': {
    summary: 'A flow or local model, as a model',
    answers: { 200: api.openAiModelSchema },
    isOpenAi: true,
  },
});

const rpc = z.record(z.string(), z.unknown());
const headers = {
  'Mcp-Session-Id': { says: 'The session, as `initialize` answered it.', schema: z.string() },
  'MCP-Protocol-Version': { says: 'The protocol’s version.', schema: z.string() },
};

/** The Model Context Protocol: each published flow is a tool. */
export const mcpDocs = docsOf('MCP', {
  'POST /mcp': {
    summary: 'A message of the Model Context Protocol',
    description: 'Streamable HTTP: `initialize`, `tools/list`, `tools/call`; each published flow is a tool.',
    headers,
    body: z.unknown(),
    answers: { 200: { content: { 'application/json': rpc, 'text/event-stream': 'text' } }, 202: 'nothing' },
    problems: [404, 406, 409],
  },
  'GET /mcp': {
    summary: 'What the server says by itself in a session',
    headers,
    answers: { 200: { content: { 'text/event-stream': 'text' } } },
    problems: [404, 405, 406, 409],
  },
  'DELETE /mcp': {
    summary: 'Ends a session',
    headers,
    answers: { 200: 'nothing', 204: 'nothing' },
    problems: [404, 405],
  },
});
