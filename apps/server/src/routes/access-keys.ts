import { Problem } from '@jacquard/flow';
import { auditQuerySchema, createKeySchema } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { noteAbout } from '../access/audit-answer.ts';
import { principalOf } from '../access/request-principal.ts';

/** Keys of programs, and the log of what was done. */
export function keyRoutes({ access }: Runtime): Router {
  const { keys, audit } = access;
  const router = Router();
  router.get('/keys', async (_request, response) => void response.json({ keys: await keys.list() }));
  router.post('/keys', async (request, response) => {
    const wanted = createKeySchema.parse(request.body);
    if (wanted.expiresAt !== undefined && wanted.expiresAt <= Date.now())
      throw new Problem('request-invalid', { field: 'expiresAt', reason: 'past' });
    const made = await keys.make(wanted);
    noteAbout(response, { key: made.key.id, name: made.key.name });
    // What is shown once must not be found again in a cache.
    response.status(201).set('Cache-Control', 'no-store').location(`/api/v1/keys/${made.key.id}`).json(made);
  });
  router.get('/keys/:key', async (request, response) => {
    response.json(await keys.get(request.params.key));
  });
  router.delete('/keys/:key', async (request, response) => {
    await keys.revoke(request.params.key);
    response.status(204).end();
  });
  router.get('/key', async (_request, response) => {
    const principal = principalOf(response);
    if (principal.kind !== 'key') throw new Problem('key-not-found', { id: '' });
    response.json(await keys.get(principal.id));
  });
  router.get('/audit', async (request, response) => {
    response.json(await audit.page(auditQuerySchema.parse(request.query)));
  });
  return router;
}
