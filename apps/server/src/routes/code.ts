import type { Runtime } from '@jacquard/runtime';
import { parseFlowAddress } from '@jacquard/runtime';
import { Router } from 'express';
import { z } from 'zod';
import { requestLanguage } from '../request-language.ts';

const querySchema = z.strictObject({ version: z.string().min(1).max(60).optional() });

/**
 * `GET /api/v1/flows/:id/code?version=`: the flow as a program of its own, or what keeps it from being one. `version` is a published
 * one's number, a label or `draft`, which it is without.
 */
export function codeRoutes({ main: { code, publishing } }: Runtime): Router {
  const router = Router();
  router.get('/flows/:id/code', async (request, response) => {
    const { version = 'draft' } = querySchema.parse(request.query);
    const address = parseFlowAddress(`${request.params.id.split('@')[0] ?? ''}@${version}`);
    const flow = await publishing.resolve(address.id, address.version);
    response.set('Cache-Control', 'no-store').json(await code.write(flow, requestLanguage(request)));
  });
  return router;
}
