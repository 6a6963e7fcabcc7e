import { languages } from '@jacquard/flow';
import { putWorkspaceSchema, type Workspace } from '@jacquard/protocol';
import { listExamples, type Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { z } from 'zod';
import { requestLanguage } from '../request-language.ts';

const examplesSchema = z.object({ language: z.enum(languages).optional() });

/** What the page needs once, and the examples. */
export function workspaceRoutes(runtime: Runtime): Router {
  const { main, version, project, firstStart, configuration } = runtime;
  const { stores, space } = main;
  const router = Router();
  router.get('/workspace', async (_request, response) => {
    const last = await stores.preferences.get(space, 'last-flow');
    const exists = typeof last === 'string' && (await stores.flows.get(space, last)) !== undefined;
    const workspace: Workspace = {
      version,
      firstStart: firstStart && !exists,
      offline: configuration.network === 'none',
      ...(project !== undefined && { project }),
      ...(exists && { lastFlowId: last }),
    };
    response.json(workspace);
  });
  router.put('/workspace', async (request, response) => {
    await stores.preferences.set(space, 'last-flow', putWorkspaceSchema.parse(request.body).lastFlowId);
    response.status(204).end();
  });
  router.get('/examples', async (request, response) => {
    const language = examplesSchema.parse(request.query).language ?? requestLanguage(request);
    response.json({ examples: await listExamples(language) });
  });
  return router;
}
