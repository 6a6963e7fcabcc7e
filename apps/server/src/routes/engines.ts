import { engineParamSchema, installEngineSchema, useEngineSchema } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import { Router } from 'express';

/** What models run on: the processor, or an engine for a graphics processor, which is fetched when a person says so. */
export function engineRoutes({ main: { modelDesk } }: Runtime): Router {
  const router = Router();
  const { engines } = modelDesk;
  router.get('/engines', async (_request, response) => void response.json(await engines.state()));
  router.put('/engines', async (request, response) => {
    engines.use(useEngineSchema.parse(request.body).engine);
    response.json(await engines.state());
  });
  router.post('/engines/install', async (request, response) => {
    await engines.begin(installEngineSchema.parse(request.body).engine);
    response.status(202).json({});
  });
  router.post('/engines/cancel', async (_request, response) => {
    await engines.cancel();
    response.status(204).end();
  });
  router.delete('/engines/:engine', async (request, response) => {
    await engines.remove(engineParamSchema.parse(request.params).engine);
    response.status(204).end();
  });
  return router;
}
