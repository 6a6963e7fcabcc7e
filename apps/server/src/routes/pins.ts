import { putPinSchema } from '@jacquard/protocol';
import { parseFlowAddress, type Runtime } from '@jacquard/runtime';
import { Router } from 'express';

/** The pinned values of a flow's draft, which runs from the editor take instead of running their nodes. */
export function pinRoutes({ main: { flows, pins } }: Runtime): Router {
  const flowOf = (id: string) => flows.get(parseFlowAddress(id).id);
  const router = Router();
  router.get('/flows/:id/pins', async (request, response) => {
    response.json({ pins: await pins.list((await flowOf(request.params.id)).id) });
  });
  router.delete('/flows/:id/pins', async (request, response) => {
    await pins.clear((await flowOf(request.params.id)).id);
    response.status(204).end();
  });
  router.get('/flows/:id/pins/:node', async (request, response) => {
    response.json(await pins.get((await flowOf(request.params.id)).id, request.params.node));
  });
  router.put('/flows/:id/pins/:node', async (request, response) => {
    const flow = await flowOf(request.params.id);
    response.json(await pins.set(flow, request.params.node, putPinSchema.parse(request.body)));
  });
  router.delete('/flows/:id/pins/:node', async (request, response) => {
    await pins.delete((await flowOf(request.params.id)).id, request.params.node);
    response.status(204).end();
  });
  return router;
}
