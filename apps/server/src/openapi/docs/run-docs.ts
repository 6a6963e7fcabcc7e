import { jsonValueSchema } from '@jacquard/flow';
import * as api from '@jacquard/protocol';
import { z } from 'zod';
import { docsOf } from '../operation-doc.ts';
import { lastEventId, queryText } from '../parameters.ts';

const v1 = '/api/v1';
const bytes = { content: { 'application/octet-stream': 'bytes' } } as const;
const count = z.number().int().nonnegative();

/** Runs, as they stand and as they went. */
export const runDocs = docsOf('Runs', {
  [`GET ${v1}/runs`]: {
    summary: 'Runs, newest first, a page at a time',
    query: {
      flowId: queryText('Of this flow.'),
      sessionId: queryText('Of this conversation.'),
      status: { says: 'In this state.', schema: api.runSummarySchema.shape.status },
      before: { says: 'That began before this time (milliseconds since the epoch).', schema: z.number().nonnegative() },
      text: { says: 'In whose name, inputs or outputs this stands.', schema: z.string().max(200) },
      limit: { says: 'So many at most.', schema: count.max(500) },
    },
    answers: { 200: api.runsPageSchema },
  },
  [`GET ${v1}/runs/:run`]: {
    summary: 'How a run stands: what it gave, why it failed, what it waits for',
    answers: { 200: api.runStateSchema },
  },
  [`GET ${v1}/runs/:run/events`]: {
    summary: 'The events of a run after a number, as JSON or as a stream',
    description:
      'A key that may not read the flow is told which steps run, and the texts and values that the flow gives; neither its document nor what goes on between its steps.',
    query: {
      after: { says: 'The number of the last event that is known.', schema: count },
      limit: { says: 'So many at most, of JSON.', schema: count.max(10_000) },
    },
    headers: lastEventId,
    answers: { 200: { content: { 'application/json': api.runEventsSchema, 'text/event-stream': 'text' } } },
    problems: [406],
  },
  [`GET ${v1}/runs/:run/values/:ref`]: {
    summary: 'A value too large for answers, which stands there as a reference',
    answers: { 200: jsonValueSchema },
  },
  [`GET ${v1}/runs/:run/files/:sha256`]: { summary: 'A file of a run', answers: { 200: bytes } },
  [`POST ${v1}/runs/:run/cancel`]: {
    summary: 'Ends a run',
    description: 'One that has ended stays as it is.',
    answers: { 204: 'nothing' },
    problems: [409],
  },
  [`POST ${v1}/runs/:run/answer`]: {
    summary: 'Answers a step that waits for a person',
    body: api.runAnswerSchema,
    answers: { 202: api.startedRunSchema },
    problems: [409],
  },
  [`GET ${v1}/runs/:run/export`]: {
    summary: 'A run as one file, without secrets',
    answers: { 200: api.runFileSchema },
  },
  [`DELETE ${v1}/runs/:run`]: { summary: 'Deletes a run that has ended', answers: { 204: 'nothing' }, problems: [409] },
  [`PUT ${v1}/runs/:run/pin`]: {
    summary: 'Keeps a run longer than others, or no longer',
    body: z.strictObject({ pinned: z.boolean() }),
    answers: { 204: 'nothing' },
  },
  [`PUT ${v1}/runs/:run/name`]: {
    summary: 'Names a run; an empty name takes it away',
    body: api.nameRunSchema,
    answers: { 204: 'nothing' },
  },
});

/** Conversations, and files to call with. */
export const conversationDocs = docsOf('Conversations and files', {
  [`GET ${v1}/sessions`]: {
    summary: 'The conversations of a flow',
    query: { flowId: queryText('The flow.', true) },
    answers: { 200: z.object({ sessions: z.array(api.sessionSchema) }) },
  },
  [`POST ${v1}/sessions`]: {
    summary: 'Begins a conversation',
    body: api.createSessionSchema,
    answers: { 201: api.sessionSchema },
    problems: [404],
  },
  [`GET ${v1}/sessions/:session`]: {
    summary: 'A conversation with its messages',
    answers: { 200: z.object({ session: api.sessionSchema, messages: z.array(api.sessionMessageSchema) }) },
  },
  [`PATCH ${v1}/sessions/:session`]: {
    summary: 'Renames a conversation',
    body: api.patchSessionSchema,
    answers: { 200: api.sessionSchema },
  },
  [`DELETE ${v1}/sessions/:session`]: { summary: 'Deletes a conversation', answers: { 204: 'nothing' } },
  [`POST ${v1}/files`]: {
    summary: 'Hands a file in, for the caller’s next runs',
    description: 'It is kept for a day, and from then on by the runs that it is given to.',
    body: 'file',
    answers: { 201: api.uploadedFileSchema },
    problems: [507],
  },
});
