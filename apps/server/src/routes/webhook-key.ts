import type { Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { principalOf } from '../access/request-principal.ts';

/** What checks the signatures of webhooks: each caller has a key of its own, and may have a new one. */
export function webhookKeyRoutes({ main: { webhooks } }: Runtime): Router {
  const router = Router();
  router.get('/webhook-key', async (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ key: await webhooks.signingKey(principalOf(response)) });
  });
  router.post('/webhook-key', async (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ key: await webhooks.signingKey(principalOf(response), true) });
  });
  return router;
}
