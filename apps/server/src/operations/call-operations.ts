import { operations } from './operation.ts';

const v1 = '/api/v1';
/** Whether a version or the draft is called is asked where the address is read. */
const call = { action: 'call', or: 'draft' } as const;
const ofRun = { ...call, of: 'run' } as const;
const ofSession = { ...call, of: 'session' } as const;

/** Calling flows, and what comes of calls: runs, sessions, files. */
export const callOperations = [
  ...operations('calls', {
    [`POST ${v1}/flows/:id/invoke`]: call,
    [`POST ${v1}/flows/:id/stream`]: call,
    [`GET ${v1}/flows/:id/stream`]: call,
    [`POST ${v1}/flows/:id/batch`]: call,
    [`POST ${v1}/flows/:id/runs`]: call,
    [`GET ${v1}/flows/:id/interface`]: { action: 'read', flow: 'id' },
    [`GET ${v1}/flows/:id/openapi.json`]: { action: 'read', or: 'call', flow: 'id' },
    [`GET ${v1}/client.ts`]: call,
    [`GET ${v1}/openapi.json`]: 'anyone',
    'GET /api/reference': 'anyone',
    'GET /api/reference/:file': 'anyone',
    'GET /metrics': { action: 'metrics' },
    [`GET ${v1}/runs`]: call,
    [`GET ${v1}/runs/:run`]: ofRun,
    [`GET ${v1}/runs/:run/events`]: ofRun,
    [`GET ${v1}/runs/:run/values/:ref`]: ofRun,
    [`GET ${v1}/runs/:run/files/:sha256`]: ofRun,
    [`POST ${v1}/runs/:run/cancel`]: ofRun,
    [`POST ${v1}/runs/:run/answer`]: ofRun,
    [`GET ${v1}/sessions`]: call,
    [`POST ${v1}/sessions`]: call,
    [`GET ${v1}/sessions/:session`]: ofSession,
    [`PATCH ${v1}/sessions/:session`]: ofSession,
    [`DELETE ${v1}/sessions/:session`]: ofSession,
    [`POST ${v1}/files`]: call,
    [`GET ${v1}/webhook-key`]: call,
    [`POST ${v1}/webhook-key`]: call,
  }),
  ...operations('canvas', {
    [`GET ${v1}/runs/:run/export`]: 'operator',
    [`DELETE ${v1}/runs/:run`]: 'operator',
    [`PUT ${v1}/runs/:run/pin`]: 'operator',
    [`PUT ${v1}/runs/:run/name`]: 'operator',
  }),
];
