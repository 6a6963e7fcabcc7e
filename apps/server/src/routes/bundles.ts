import { pipeline } from 'node:stream/promises';
import { parseFlowAddress, type Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { receiveFile } from '../receive-file.ts';
import { etagOf } from '../revision.ts';
import { savedFlow } from '../saved-flow.ts';

/** Bundles: a flow with what it names, as one zip. Taking one in runs nothing and builds nothing. */
export function bundleRoutes({ main: { bundles, stores, space } }: Runtime): Router {
  const router = Router();
  router.get('/flows/:id/bundle', async (request, response) => {
    const { id } = parseFlowAddress(request.params.id);
    const zip = await bundles.write(id);
    response.attachment(`${id}.zip`).set({ 'Content-Type': 'application/zip', 'Cache-Control': 'private, no-cache' });
    await pipeline(zip, response).catch((error: unknown) => {
      if (!response.destroyed) throw error;
    });
  });
  router.post('/bundles', async (request, response) => {
    const flow = savedFlow(await receiveFile(request, response, (_name, bytes) => bundles.read(bytes)));
    await stores.preferences.set(space, 'last-flow', flow.id);
    response.status(201).location(`/api/v1/flows/${flow.id}`).set('ETag', etagOf(flow.revision)).json(flow);
  });
  return router;
}
