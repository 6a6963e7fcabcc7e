import { acceptSnapshotSchema, createFlowTestSchema, runFlowTestSchema, saveFlowTestSchema } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { z } from 'zod';
import { etagOf, expectedRevision } from '../revision.ts';
import { flowIdSchema, flowPathSchema } from './path-schemas.ts';

const testSchema = z.object({ id: flowIdSchema, test: z.string().min(1).max(200) });

/** The tests of a flow: list, read, make of a run or a file, save, run, record, accept, delete. */
export function flowTestRoutes({ main }: Runtime): Router {
  const { tests, flows } = main;
  const router = Router();
  router.get('/flows/:id/tests', async (request, response) => {
    response.json({ tests: await tests.list(flowPathSchema.parse(request.params).id) });
  });
  router.post('/flows/:id/tests', async (request, response) => {
    const { id } = flowPathSchema.parse(request.params);
    const body = createFlowTestSchema.parse(request.body ?? {});
    const made = 'run' in body ? await tests.fromRun(id, body) : await tests.import(id, body.whole);
    response.status(201).location(`/api/v1/flows/${id}/tests/${made.id}`).json(made);
  });
  router.get('/flows/:id/tests/:test', async (request, response) => {
    const { id, test } = testSchema.parse(request.params);
    response.json(await tests.whole(id, test));
  });
  router.put('/flows/:id/tests/:test', async (request, response) => {
    const { id, test } = testSchema.parse(request.params);
    const document = saveFlowTestSchema.parse(request.body ?? {});
    const view = await tests.save(id, test, document, expectedRevision(request, test));
    response.set('ETag', etagOf(view.revision)).json(view);
  });
  router.delete('/flows/:id/tests/:test', async (request, response) => {
    const { id, test } = testSchema.parse(request.params);
    await tests.delete(id, test, expectedRevision(request, test));
    response.status(204).end();
  });
  router.post('/flows/:id/tests/:test/run', async (request, response) => {
    const { id, test } = testSchema.parse(request.params);
    const body = runFlowTestSchema.parse(request.body ?? {});
    // What replays asks nobody; what asks the world asks first whether it may.
    if (body.mode === 'live' || body.mode === 'record' || (await tests.isLive(id, test)))
      await flows.requireConsent(await flows.runnable(id));
    response.status(202).json(await tests.begin(id, test, body));
  });
  router.post('/flows/:id/tests/:test/stop', async (request, response) => {
    const { id, test } = testSchema.parse(request.params);
    await tests.stop(id, test);
    response.status(204).end();
  });
  router.post('/flows/:id/tests/:test/accept', async (request, response) => {
    const { id, test } = testSchema.parse(request.params);
    const body = acceptSnapshotSchema.parse(request.body ?? {});
    response.json(await tests.accept(id, test, body.case, body.outputs));
  });
  return router;
}
