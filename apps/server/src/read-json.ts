import express, { type RequestHandler } from 'express';
import { principalOf } from './access/request-principal.ts';

/** Largest JSON body: a flow with long prompts, or the inputs of a run. Files have a way of their own. */
const mostBody = '16mb';
/** Of those who have shown nothing: a password. */
const mostOfNobody = '16kb';

/** Reads a JSON body once it is known who sends it. */
export function readJson(): RequestHandler {
  const known = express.json({ limit: mostBody, strict: false });
  const unknown = express.json({ limit: mostOfNobody, strict: false });
  return (request, response, next) =>
    (principalOf(response).kind === 'nobody' ? unknown : known)(request, response, next);
}
