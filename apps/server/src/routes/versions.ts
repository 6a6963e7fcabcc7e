import { createVersionSchema, patchVersionSchema } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { etagOf, expectedRevision } from '../revision.ts';
import { savedFlow } from '../saved-flow.ts';
import { flowPathSchema, versionPathSchema } from './path-schemas.ts';

/** The versions of a flow: list, read, keep, name, delete, restore. */
export function versionRoutes({ main }: Runtime): Router {
  const { versions, stores, space } = main;
  const router = Router();
  router.get('/flows/:id/versions', async (request, response) => {
    response.json({ versions: await versions.list(flowPathSchema.parse(request.params).id) });
  });
  router.post('/flows/:id/versions', async (request, response) => {
    const { id } = flowPathSchema.parse(request.params);
    const version = await versions.keep(id, createVersionSchema.parse(request.body ?? {}));
    if (version === undefined) response.json(null);
    else response.status(201).location(`/api/v1/flows/${id}/versions/${version.number}`).json(version);
  });
  router.get('/flows/:id/versions/:number', async (request, response) => {
    const { id, number } = versionPathSchema.parse(request.params);
    response.json(await versions.get(id, number));
  });
  router.patch('/flows/:id/versions/:number', async (request, response) => {
    const { id, number } = versionPathSchema.parse(request.params);
    response.json(await versions.describe(id, number, patchVersionSchema.parse(request.body ?? {})));
  });
  router.delete('/flows/:id/versions/:number', async (request, response) => {
    const { id, number } = versionPathSchema.parse(request.params);
    await versions.delete(id, number);
    response.status(204).end();
  });
  router.post('/flows/:id/versions/:number/restore', async (request, response) => {
    const { id, number } = versionPathSchema.parse(request.params);
    const saved = savedFlow(await versions.restore(id, number, expectedRevision(request, id)));
    await stores.preferences.set(space, 'last-flow', id);
    response.set('ETag', etagOf(saved.revision)).json(saved);
  });
  return router;
}
