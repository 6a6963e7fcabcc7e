import { typescriptClient } from '@jacquard/protocol/client';
import { clientFlows, type Runtime } from '@jacquard/runtime';
import { Router, type Request } from 'express';
import { z } from 'zod';
import { principalOf } from '../access/request-principal.ts';

/** So many flows at most stand in one address. */
const mostFlows = 200;
const address = z.string().min(1).max(300);
const querySchema = z.strictObject({
  flow: z.union([address.transform((one) => [one]), z.array(address).max(mostFlows)]).optional(),
});

/**
 * `GET /api/v1/client.ts?flow=ID@VERSION&flow=…`: a TypeScript client of these flows, or, without any, of all that the caller may
 * call. It asks where this request was asked, unless it is told otherwise.
 */
export function clientRoutes(runtime: Runtime): Router {
  const router = Router();
  router.get('/client.ts', async (request, response) => {
    const { flow } = querySchema.parse(request.query);
    const flows = await clientFlows(runtime, principalOf(response), flow);
    response
      .attachment(clientName(flows.map(({ id }) => id)))
      .set({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
      .send(typescriptClient({ flows, baseUrl: addressOf(request, runtime) }));
  });
  return router;
}

/** Where the server was asked. Behind a proxy that speaks TLS for it, its public address of that host tells how. */
function addressOf(request: Request, { configuration }: Runtime): string {
  const host = request.get('host') ?? '';
  const known = configuration.publicUrls.find((url) => URL.parse(url)?.host === host);
  return known === undefined ? `${request.protocol}://${host}` : new URL(known).origin;
}

/** Of one flow, its id, so that several lie beside each other. */
function clientName(ids: readonly string[]): string {
  const [only] = ids;
  return ids.length === 1 && only !== undefined ? `${only}-client.ts` : 'jacquard-client.ts';
}
