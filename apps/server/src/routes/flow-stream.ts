import { Problem } from '@jacquard/flow';
import { invokeRequestSchema, streamQuerySchema } from '@jacquard/protocol';
import { parseFlowAddress, type Runtime } from '@jacquard/runtime';
import { Router, type Request, type Response } from 'express';
import { principalOf } from '../access/request-principal.ts';
import { followRun, type FollowedRun } from '../calls/follow-run.ts';
import { idempotencyKeyOf } from '../calls/idempotency-key.ts';
import { seesInsides } from '../calls/outside-view.ts';
import { callOf, readCall } from '../calls/read-call.ts';
import { readQuery } from '../calls/read-query.ts';
import { startCall } from '../calls/start-call.ts';
import { hasMore, LingeringRuns, streamPlaceOf, type StreamPlace } from '../calls/stream-places.ts';
import { requireStreamRoom } from '../event-stream.ts';
import { requestLanguage } from '../request-language.ts';
import { untilGone } from '../until-gone.ts';

/** Running a flow and being told as it happens: POST for programs, GET for a browser's `EventSource`, which comes back by itself. */
export function flowStreamRoutes(runtime: Runtime): Router {
  const { main } = runtime;
  const router = Router();
  const lingering = new LingeringRuns((runId) => void main.runs.cancel(runId).catch(() => undefined));
  router.post('/flows/:id/stream', async (request, response) => {
    const { format } = streamQuerySchema.parse(request.query);
    requireStreamRoom(response);
    const body = await readCall(main, request, response, invokeRequestSchema);
    const gone = untilGone(response);
    const call = callOf(request, response);
    const { key } = call;
    const signal = key === undefined ? gone : undefined;
    const { runId, handle, sessionId } = await startCall(main, { ...call, body, signal });
    const leave = (): void => void (key === undefined && handle?.cancel());
    if (gone.aborted) return leave();
    followRun(runtime, response, {
      runId,
      sessionId,
      format,
      ...placeWithin(streamPlaceOf(request), runId),
      language: requestLanguage(request),
      seesInsides: isTold(request, response),
      gone: leave,
    });
  });
  router.get('/flows/:id/stream', async (request, response) => {
    requireEventSource(request);
    requireStreamRoom(response);
    const place = streamPlaceOf(request);
    const about = callOf(request, response);
    if (place !== undefined && !(await hasMore(main, place, about.address, about.principal)))
      return void response.status(204).end();
    const found = await main.calls.find(about.address, about.principal);
    const { body, format, idempotencyKey } = readQuery(runtime, found, request);
    const followed = place === undefined ? await begin() : { runId: place.runId, after: place.seq };
    const leave = lingering.enter(followed.runId);
    if (response.closed) return leave();
    followRun(runtime, response, {
      ...followed,
      format,
      comesBack: true,
      language: requestLanguage(request),
      seesInsides: isTold(request, response),
      gone: leave,
    });

    async function begin(): Promise<Pick<FollowedRun, 'runId' | 'sessionId'>> {
      const key = idempotencyKeyOf(request, idempotencyKey);
      const signal = key === undefined ? untilGone(response) : undefined;
      const { runId, handle, sessionId } = await startCall(main, { ...about, body, key, signal });
      if (key === undefined && handle !== undefined) {
        lingering.hold(runId);
        const release = (): void => lingering.release(runId);
        handle.result.then(release, release);
      }
      return { runId, sessionId };
    }
  });
  return router;
}

function isTold(request: Request, response: Response): boolean {
  return seesInsides(principalOf(response), parseFlowAddress(String(request.params.id)).id);
}

function placeWithin(place: StreamPlace | undefined, runId: string): { readonly after?: number } {
  return place?.runId === runId ? { after: place.seq } : {};
}

/**
 * A GET that runs something is asked for by an `EventSource` alone, or who says to be one: a picture, a frame or a link of another site
 * can't send this header, also where a browser tells nothing of where a request comes from.
 */
function requireEventSource(request: Request): void {
  const types = (request.get('accept') ?? '').split(',').map((type) => type.split(';')[0]?.trim().toLowerCase());
  if (!types.includes('text/event-stream')) throw new Problem('not-acceptable', { types: ['text/event-stream'] });
}
