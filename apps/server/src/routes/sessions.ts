import { randomUUID } from 'node:crypto';
import { Problem } from '@jacquard/flow';
import { createSessionSchema, patchSessionSchema, type SessionSummary } from '@jacquard/protocol';
import { callerOf, mayDo, mayReach, type Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { z } from 'zod';
import { principalOf } from '../access/request-principal.ts';

const listSchema = z.strictObject({ flowId: z.string() });

/** Conversations: list, read, create, rename, delete. */
export function sessionRoutes({ main }: Runtime): Router {
  const { space, flows } = main;
  const { sessions } = main.stores;
  const find = async (id: string) => {
    const session = await sessions.get(space, id);
    if (session === undefined) throw new Problem('session-not-found', { id: id });
    return session;
  };
  const router = Router();
  router.get('/sessions', async (request, response) => {
    const all = await sessions.list(space, listSchema.parse(request.query).flowId);
    response.json({ sessions: all.filter((session) => mayReach(principalOf(response), session)).map(shown) });
  });
  router.post('/sessions', async (request, response) => {
    const { flowId, title } = createSessionSchema.parse(request.body);
    const principal = principalOf(response);
    if (!mayDo(principal, 'call', flowId) && !mayDo(principal, 'draft', flowId))
      throw new Problem('flow-not-found', { id: flowId });
    await flows.get(flowId);
    const session = { id: randomUUID(), flowId, title: title ?? '', caller: callerOf(principal) };
    response.status(201).json(shown(await sessions.create(space, session)));
  });
  router.get('/sessions/:session', async (request, response) => {
    const session = await find(request.params.session);
    response.json({ session: shown(session), messages: await sessions.messages(space, session.id) });
  });
  router.patch('/sessions/:session', async (request, response) => {
    const { id } = await find(request.params.session);
    await sessions.rename(space, id, patchSessionSchema.parse(request.body).title);
    response.json(shown(await find(id)));
  });
  router.delete('/sessions/:session', async (request, response) => {
    await sessions.delete(space, (await find(request.params.session)).id);
    response.status(204).end();
  });
  return router;
}

/** A session as it is answered: not whose it is, which they know. */
function shown({ id, flowId, title, updatedAt }: SessionSummary): SessionSummary {
  return { id, flowId, title, updatedAt };
}
