import { askNextTokensSchema, askTokensSchema } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { untilGone } from '../until-gone.ts';

/** What goes on inside a local model: what it holds likely next, its tokens, and how the process that runs it stands. */
export function insidesRoutes({ main: { modelDesk } }: Runtime): Router {
  const router = Router();
  const { insides } = modelDesk;
  router.post('/models/:model/next-tokens', async (request, response) => {
    const asked = askNextTokensSchema.parse(request.body);
    response.json(await insides.nextTokens(request.params.model, asked, untilGone(response)));
  });
  router.post('/models/:model/tokens', async (request, response) => {
    const asked = askTokensSchema.parse(request.body);
    response.json(await insides.tokens(request.params.model, asked, untilGone(response)));
  });
  router.get('/models/host', async (_request, response) => void response.json(await insides.host()));
  return router;
}
