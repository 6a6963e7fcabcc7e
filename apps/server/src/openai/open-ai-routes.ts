import { Problem } from '@jacquard/flow';
import { chatCompletionRequestSchema } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { principalOf } from '../access/request-principal.ts';
import { requireStreamRoom } from '../event-stream.ts';
import { answerByFlow } from './answer-by-flow.ts';
import { answerByModel } from './answer-by-model.ts';
import { answerEmbeddings } from './answer-embeddings.ts';
import { findTarget } from './find-target.ts';
import { listModels } from './list-models.ts';
import { readRequest } from './read-request.ts';

/** What OpenAI's clients ask for: flows and local models as models. Mounted at `/v1`. */
export function openAiRoutes(runtime: Runtime): Router {
  const router = Router();
  router.post('/chat/completions', async (request, response) => {
    const asked = readRequest(chatCompletionRequestSchema, request.body);
    if (asked.stream === true) requireStreamRoom(response);
    const target = await findTarget(runtime, asked.model, principalOf(response));
    if (target.kind === 'flow') await answerByFlow(runtime, target, asked, request, response);
    else await answerByModel(runtime, target.name, asked, request, response);
  });
  router.post('/embeddings', (request, response) => answerEmbeddings(runtime, request, response));
  router.get('/models', async (_request, response) => {
    response.json({ object: 'list', data: await listModels(runtime, principalOf(response)) });
  });
  router.get('/models/:model', async (request, response) => {
    const name = request.params.model;
    const models = await listModels(runtime, principalOf(response));
    const model = models.find(({ id }) => id === name);
    if (model === undefined) throw new Problem('model-or-flow-not-found', { name });
    response.json(model);
  });
  return router;
}
