import { putDefaultModelSchema } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import { Router } from 'express';

/** Local models: what there is, the default, download and its end. Progress comes over the websocket. */
export function modelRoutes({ main: { models } }: Runtime): Router {
  const router = Router();
  router.get('/models', async (_request, response) => void response.json(await models.list()));
  router.put('/models/default', async (request, response) => {
    await models.choose(putDefaultModelSchema.parse(request.body).model);
    response.json(await models.list());
  });
  router.post('/models/:model/install', async (request, response) => {
    await models.install(request.params.model);
    response.status(202).json({});
  });
  router.post('/models/:model/cancel', async (request, response) => {
    await models.cancel(request.params.model);
    response.status(204).end();
  });
  return router;
}
