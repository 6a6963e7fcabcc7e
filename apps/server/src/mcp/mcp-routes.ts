import { Problem } from '@jacquard/flow';
import type { Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { z } from 'zod';
import { principalOf } from '../access/request-principal.ts';
import { McpSessions } from './mcp-sessions.ts';

const initializeSchema = z.object({ method: z.literal('initialize') });

/**
 * MCP over Streamable HTTP (2025-11-25 and earlier): each published flow is a tool. Mounted at `/mcp`; who may, and from which pages, is
 * asked before. A session is what progress, cancelling and notices of other tools hang on.
 */
export function mcpRoutes(runtime: Runtime): Router {
  const sessions = new McpSessions(runtime);
  const router = Router();
  router.post('/', async (request, response) => {
    const principal = principalOf(response);
    const id = request.get('mcp-session-id');
    if (id !== undefined) return sessions.find(id, principal).handle(request, response);
    if (!initializeSchema.safeParse(request.body).success)
      throw new Problem('request-invalid', { field: 'Mcp-Session-Id', reason: '' });
    const session = await sessions.open(principal);
    await session.handle(request, response);
    sessions.keep(session);
  });
  for (const method of ['get', 'delete'] as const) {
    router[method]('/', async (request, response) => {
      await sessions.find(request.get('mcp-session-id') ?? '', principalOf(response)).handle(request, response);
    });
  }
  return router;
}
