import { settingNameSchema } from '@jacquard/flow';
import { putSecretSchema } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { z } from 'zod';

const pathSchema = z.object({ name: settingNameSchema });

/** Secrets: names and origins are read, texts are only written. */
export function secretRoutes({ main: { secrets } }: Runtime): Router {
  const router = Router();
  router.get('/secrets', async (_request, response) => void response.json({ secrets: await secrets.list() }));
  router.put('/secrets/:name', async (request, response) => {
    const { name } = pathSchema.parse(request.params);
    const { text, origins } = putSecretSchema.parse(request.body);
    await secrets.set(name, text, [...new Set(origins.map((origin) => new URL(origin).origin))]);
    response.status(204).end();
  });
  router.delete('/secrets/:name', async (request, response) => {
    await secrets.delete(pathSchema.parse(request.params).name);
    response.status(204).end();
  });
  return router;
}
