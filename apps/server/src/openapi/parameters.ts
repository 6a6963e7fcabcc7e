import { z } from 'zod';
import type { DocParameter } from './operation-doc.ts';

/** What stands in paths. */
export const pathParameters: Readonly<Record<string, string>> = {
  id: 'The flow, or the knowledge base, by its id. Where a flow is called: `id` (the version published last), `id@3`, `id@label` or `id@draft`.',
  run: 'The id of a run.',
  session: 'The id of a conversation.',
  number: 'The number of a version.',
  node: 'The id of a node.',
  sha256: 'The SHA-256 of a file, in hexadecimal.',
  ref: 'The reference of a large value.',
  test: 'The id of a flow test.',
  label: 'A label of a published version.',
  login: 'The id of a sign-in.',
  key: 'The id of an API key.',
  model: 'The id of a model.',
  engine: 'The name of an engine.',
  name: 'The name of a secret.',
  file: 'The name of a file.',
};

const text = (says: string): DocParameter => ({ says, schema: z.string() });

export const ifMatch: Readonly<Record<string, DocParameter>> = {
  'If-Match': { ...text('The ETag that was read, or `*`.'), required: true },
};

export const traceHeaders: Readonly<Record<string, DocParameter>> = {
  'X-Request-Id': text('Names the request in the log and in its runs; made where it is left out. It is answered.'),
  traceparent: text('The trace that the run is part of (W3C Trace Context); passed on to what the run asks.'),
  tracestate: text('What belongs to `traceparent`.'),
};

export const idempotencyKey: Readonly<Record<string, DocParameter>> = {
  'Idempotency-Key': text(
    'Starts nothing twice: the same call with the same key has the same run, for 24 hours, also after the server was restarted.',
  ),
};

export const lastEventId: Readonly<Record<string, DocParameter>> = {
  'Last-Event-ID': text('The last event that the reader has: what follows is told.'),
};

/** A text in the query. */
export function queryText(says: string, required?: true): DocParameter {
  return { ...text(says), ...(required === true && { required }) };
}
