import * as api from '@jacquard/protocol';
import { z } from 'zod';
import { docsOf } from '../operation-doc.ts';
import { queryText } from '../parameters.ts';

const v1 = '/api/v1';
const nothing = { 204: 'nothing' } as const;

/** Signing in, keys, and the log of what was done. */
export const accessDocs = docsOf('Access', {
  [`GET ${v1}/login`]: { summary: 'Whether one is signed in', answers: { 200: api.loginStateSchema } },
  [`POST ${v1}/login`]: {
    summary: 'Signs in with the operator’s password',
    body: api.loginRequestSchema,
    answers: { 200: api.loginStateSchema },
    problems: [401, 409, 429],
  },
  [`POST ${v1}/setup`]: {
    summary: 'Sets the first password, by the one-time link',
    body: api.setupRequestSchema,
    answers: { 200: api.loginStateSchema },
    problems: [401, 404, 409, 410, 429],
  },
  [`POST ${v1}/logout`]: { summary: 'Signs out', answers: nothing },
  [`PUT ${v1}/password`]: {
    summary: 'Changes the operator’s password',
    body: api.changePasswordSchema,
    answers: nothing,
    problems: [409],
  },
  [`GET ${v1}/logins`]: { summary: 'Sign-ins that go on', answers: { 200: api.loginsSchema } },
  [`DELETE ${v1}/logins`]: { summary: 'Ends all sign-ins', answers: nothing },
  [`DELETE ${v1}/logins/:login`]: { summary: 'Ends a sign-in', answers: nothing },
  [`GET ${v1}/keys`]: { summary: 'API keys, without their texts', answers: { 200: api.keysSchema } },
  [`POST ${v1}/keys`]: {
    summary: 'Makes an API key, which is shown this once',
    body: api.createKeySchema,
    answers: { 201: api.createdKeySchema },
    problems: [404, 409],
  },
  [`GET ${v1}/keys/:key`]: { summary: 'An API key, and what it has left', answers: { 200: api.keySchema } },
  [`DELETE ${v1}/keys/:key`]: { summary: 'Revokes an API key', answers: nothing },
  [`GET ${v1}/key`]: {
    summary: 'The key that is shown, and what it has left',
    answers: { 200: api.keySchema },
    problems: [404],
  },
  [`GET ${v1}/audit`]: {
    summary: 'Who did what, newest first',
    query: {
      before: queryText('The page that follows.'),
      limit: { says: 'So many at most.', schema: z.number().int().positive() },
    },
    answers: { 200: api.auditPageSchema },
  },
});
