import * as api from '@jacquard/protocol';
import { z } from 'zod';
import { docsOf, type DocAnswer } from '../operation-doc.ts';
import { idempotencyKey, lastEventId, queryText, traceHeaders } from '../parameters.ts';

const v1 = '/api/v1';
const events: DocAnswer = {
  says: 'The run as server-sent events: first its id, then what happens, until it ends or waits for a person.',
  content: { 'text/event-stream': 'text' },
};
const headers = { ...idempotencyKey, ...traceHeaders };
const format = {
  format: { says: '`events`: all run events. `text`: the texts that the flow gives.', schema: api.streamFormatSchema },
};

/** Calling flows. */
export const callDocs = docsOf('Calling flows', {
  [`POST ${v1}/flows/:id/invoke`]: {
    summary: 'Runs a flow and waits for its answer',
    description:
      'Inputs are named by the ids of the flow’s input nodes. A caller who hangs up ends the run, unless the call has an `Idempotency-Key`. With `?timeout=` or `Prefer: wait=`, a run that takes longer goes on, and 202 tells where.',
    query: { timeout: { says: 'Seconds to wait.', schema: z.number().min(0).max(api.longestWait) } },
    headers: {
      ...headers,
      Prefer: { says: '`wait=SECONDS`: how long to wait (RFC 7240).', schema: z.string() },
    },
    body: { call: api.invokeRequestSchema },
    answers: { 200: api.invokeAnswerSchema, 202: api.acceptedAnswerSchema },
    problems: [409, 502, 507],
  },
  [`POST ${v1}/flows/:id/stream`]: {
    summary: 'Runs a flow and tells what happens, as it happens',
    description: 'A caller who hangs up ends the run, unless the call has an `Idempotency-Key`.',
    query: format,
    headers: { ...headers, ...lastEventId },
    body: { call: api.invokeRequestSchema },
    answers: { 200: events },
    problems: [409, 502, 507],
  },
  [`GET ${v1}/flows/:id/stream`]: {
    summary: 'The same for a browser’s EventSource',
    description:
      'Inputs stand in the query: `input.NAME=…`. A reader whose connection broke comes back with `Last-Event-ID` and goes on with the same run; 204 says that there is no more. Only pages of this server and programs may ask, with `Accept: text/event-stream`.',
    query: {
      ...format,
      sessionId: queryText('The conversation that the call goes on with.'),
      session: { says: '`new` begins a conversation.', schema: z.literal('new') },
      idempotencyKey: queryText('As the header `Idempotency-Key`.'),
    },
    headers: { ...headers, ...lastEventId },
    answers: { 200: events, 204: 'nothing' },
    problems: [406, 409, 422, 502, 507],
  },
  [`POST ${v1}/flows/:id/batch`]: {
    summary: 'Runs a flow for many inputs, so many at once',
    description:
      'Each item fails for itself. Answered when all have ended, or item by item as they end: as lines of JSON (`application/x-ndjson`) or as events `item` and `done`, by `Accept`. At most 1,000 items.',
    headers,
    body: api.batchRequestSchema,
    answers: {
      200: {
        content: {
          'application/json': api.batchAnswerSchema,
          'application/x-ndjson': 'text',
          'text/event-stream': 'text',
        },
      },
    },
    problems: [406, 409],
  },
  [`POST ${v1}/flows/:id/runs`]: {
    summary: 'Starts a run and comes back at once',
    description:
      'Its state is at `Location`. With `webhook`, its end is told there, signed as Standard Webhooks says, again and again for a day until it is taken. The fields of the editor’s own are the canvas’s.',
    headers,
    body: { call: api.runRequestSchema },
    answers: { 202: api.startedRunSchema },
    problems: [409, 502, 507],
  },
  [`GET ${v1}/flows/:id/interface`]: {
    summary: 'What a flow takes and gives, with JSON Schemas',
    query: { version: queryText('A number, a label or `draft`; the version published last without it.') },
    answers: { 200: api.flowInterfaceAnswerSchema },
    problems: [409, 422],
  },
  [`GET ${v1}/flows/:id/openapi.json`]: {
    summary: 'The OpenAPI document of one flow',
    query: { version: queryText('A number, a label or `draft`; the version published last without it.') },
    answers: { 200: z.record(z.string(), z.unknown()) },
    problems: [409, 422],
  },
  [`GET ${v1}/client.ts`]: {
    summary: 'A typed TypeScript client for all flows, or one',
    query: { flow: queryText('The flow, with its version where another is meant: `id@draft`.') },
    answers: { 200: { content: { 'text/plain': 'text' } } },
    problems: [404, 409, 422],
  },
  [`GET ${v1}/webhook-key`]: {
    summary: 'The key that signs the caller’s webhooks',
    answers: { 200: api.webhookKeySchema },
  },
  [`POST ${v1}/webhook-key`]: {
    summary: 'Makes a new key for the caller’s webhooks',
    description: 'What is told from now on is signed by it.',
    answers: { 200: api.webhookKeySchema },
  },
});
