import { modelSourceSchema, putDefaultModelSchema, tryModelSchema } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { drained } from '../drained.ts';
import { eventStreamHeaders, eventText } from '../event-stream.ts';
import { untilGone } from '../until-gone.ts';

/** Local models: what there is, how fast it is, the default, download and its end. Progress comes over the websocket. */
export function modelRoutes({ main: { models, modelDesk } }: Runtime): Router {
  const router = Router();
  router.get('/models', async (_request, response) => void response.json(await models.list()));
  router.get('/models/machine', (_request, response) => void response.json(modelDesk.machine()));
  router.get('/models/elsewhere', async (_request, response) => void response.json(await modelDesk.elsewhere()));
  router.put('/models/default', async (request, response) => {
    await models.choose(putDefaultModelSchema.parse(request.body).model);
    response.json(await models.list());
  });
  router.post('/models/preview', async (request, response) => {
    const { source } = modelSourceSchema.parse(request.body);
    response.json(await models.preview(source, { signal: untilGone(response) }));
  });
  router.post('/models/add', async (request, response) => {
    const { source } = modelSourceSchema.parse(request.body);
    response.status(202).json({ id: await models.add(source, { signal: untilGone(response) }) });
  });
  router.get('/models/:model/uses', async (request, response) => {
    response.json(await modelDesk.uses(request.params.model));
  });
  router.delete('/models/:model', async (request, response) => {
    await models.remove(request.params.model);
    response.status(204).end();
  });
  router.post('/models/:model/install', async (request, response) => {
    await models.install(request.params.model);
    response.status(202).json({});
  });
  router.post('/models/:model/cancel', async (request, response) => {
    await models.cancel(request.params.model);
    response.status(204).end();
  });
  router.post('/models/:model/measure', async (request, response) => {
    response.json(await models.measure(request.params.model, untilGone(response)));
  });
  router.post('/models/:model/try', async (request, response) => {
    const { prompt } = tryModelSchema.parse(request.body);
    const events = modelDesk.try(request.params.model, prompt, untilGone(response));
    response.set(eventStreamHeaders);
    response.flushHeaders();
    for await (const event of events) {
      const isFull = !response.write(eventText(event.type, event));
      if (isFull && !response.closed) await drained(response);
    }
    response.end();
  });
  return router;
}
