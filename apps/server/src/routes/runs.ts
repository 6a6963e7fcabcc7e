import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@jacquard/flow';
import {
  nameRunSchema,
  runAnswerSchema,
  runsQuerySchema,
  waitingStepSchema,
  type RunStateAnswer,
} from '@jacquard/protocol';
import { callerOf, type Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { z } from 'zod';
import { principalOf } from '../access/request-principal.ts';
import { visibleEvents, watchAs } from '../calls/outside-view.ts';
import { EventStream, requireStreamRoom } from '../event-stream.ts';
import { sendFile } from '../send-file.ts';
import { ServerSentSink } from '../sse-sink.ts';

const count = z.coerce.number().int().nonnegative();
const eventsSchema = z.strictObject({ after: count.default(0), limit: count.max(10_000).optional() });
const pinSchema = z.strictObject({ pinned: z.boolean() });

/** Runs that were started: state, events, large values, files, export, cancel, answer, pin, name, delete. */
export function runRoutes(runtime: Runtime): Router {
  const { main } = runtime;
  const { runs, files } = main;
  const router = Router();
  router.param('run', (_request, _response, next, id: string) => {
    if (!/^[\w-]{1,100}$/.test(id)) throw new Problem('run-not-found', { id: id.slice(0, 100) });
    next();
  });
  router.get('/runs', async (request, response) => {
    response.json(await runs.page(runsQuerySchema.parse(request.query), callerOf(principalOf(response))));
  });
  router.get('/runs/:run', async (request, response) => {
    response.json(await stateOf(main, await runs.get(request.params.run)));
  });
  router.delete('/runs/:run', async (request, response) => {
    await runs.delete(request.params.run);
    response.status(204).end();
  });
  router.get('/runs/:run/events', async (request, response) => {
    const { run } = request.params;
    const principal = principalOf(response);
    const { after, limit } = eventsSchema.parse({ after: request.get('last-event-id'), ...request.query });
    const { flowId } = await runs.get(run);
    if (request.accepts(['application/json', 'text/event-stream']) !== 'text/event-stream') {
      const events = await runs.events(run, after, limit);
      response.json({ events: await visibleEvents(runtime, principal, { runId: run, flowId }, events) });
      return;
    }
    requireStreamRoom(response);
    const stream = new EventStream(response);
    const watch = watchAs(runtime, principal, { runId: run, flowId, after }, new ServerSentSink(stream));
    stream.onDrain(() => watch.resume());
    stream.onClose(() => watch.stop());
  });
  router.get('/runs/:run/values/:ref', async (request, response) => {
    response.json(await runs.value(request.params.run, request.params.ref));
  });
  router.get('/runs/:run/export', async (request, response) => {
    const { run } = request.params;
    await runs.get(run);
    response
      .attachment(`${run}.run.json`)
      .set({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'private, no-store' });
    await pipeline(Readable.from(runs.export(run)), response).catch((error: unknown) => {
      if (!response.destroyed) throw error; // the reader has gone: nobody is left to tell
    });
  });
  router.get('/runs/:run/files/:sha256', async (request, response) => {
    await runs.get(request.params.run);
    sendFile(response, await files.read({ kind: 'run', id: request.params.run }, request.params.sha256));
  });
  addChanges(router, runs);
  return router;
}

/** What is done to a run from outside: it is stopped, answered, kept, named. */
function addChanges(router: Router, runs: Runtime['main']['runs']): void {
  router.post('/runs/:run/cancel', async (request, response) => {
    await runs.cancel(request.params.run);
    response.status(204).end();
  });
  router.post('/runs/:run/answer', async (request, response) => {
    const { run } = request.params;
    await runs.answer(run, runAnswerSchema.parse(request.body));
    response.status(202).location(`/api/v1/runs/${run}`).json({ runId: run });
  });
  router.put('/runs/:run/pin', async (request, response) => {
    await runs.pin(request.params.run, pinSchema.parse(request.body).pinned);
    response.status(204).end();
  });
  router.put('/runs/:run/name', async (request, response) => {
    await runs.rename(request.params.run, nameRunSchema.parse(request.body).name);
    response.status(204).end();
  });
}

type StoredRun = Awaited<ReturnType<Runtime['main']['runs']['get']>>;

/** How a run stands, what it gave or waits for, and whether its end was told. */
async function stateOf({ runs, webhooks }: Runtime['main'], run: StoredRun): Promise<RunStateAnswer> {
  const { id, flowId, status, startedAt, endedAt, sessionId, usage, pinned, name, requestId } = run;
  const summary = { id, flowId, status, startedAt, endedAt, sessionId, usage, pinned, name, requestId };
  const [{ stored, skipped = [], error, waiting }, webhook] = await Promise.all([runs.state(run), webhooks.state(id)]);
  const asked = waiting && z.array(waitingStepSchema).parse(waiting);
  return {
    ...summary,
    ...(status === 'completed' && { outputs: stored }),
    ...(skipped.length > 0 && { skipped: [...skipped] }),
    ...(error !== undefined && { error }),
    ...(asked !== undefined && { waiting: asked }),
    ...(webhook !== undefined && { webhook }),
  };
}
