import { Problem } from '@jacquard/flow';
import { callQuerySchema, invokeRequestSchema, runRequestSchema, type RunRequestBody } from '@jacquard/protocol';
import { parseFlowAddress, type Runtime, type RunHandle, type StartRun } from '@jacquard/runtime';
import { Router, type Request, type Response } from 'express';
import { principalOf } from '../access/request-principal.ts';
import { answerOfRun, waitForCall } from '../calls/answer-of-run.ts';
import { callOf, readCall } from '../calls/read-call.ts';
import { cancelWith } from '../cancel-with.ts';
import { startCall, type ReadCall, type StartedCall } from '../calls/start-call.ts';
import { waitTimeOf } from '../calls/wait-time.ts';
import { notesOf } from '../request-context.ts';
import { untilGone } from '../until-gone.ts';

/** Starting runs: wait for the answer, or take the run's id and come back. */
export function flowRunRoutes(runtime: Runtime): Router {
  const { main } = runtime;
  const router = Router();
  router.post('/flows/:id/invoke', async (request, response) => {
    const { timeout } = callQuerySchema.parse(request.query);
    const body = await readCall(main, request, response, invokeRequestSchema);
    await invoke(runtime, response, { ...callOf(request, response), body }, waitTimeOf(request, timeout));
  });
  router.post('/flows/:id/runs', async (request, response) => {
    const body = await readCall(main, request, response, runRequestSchema);
    const { runId, handle, sessionId } =
      body.editor === true
        ? await startForEditor(runtime, request, response, body)
        : await startApart(runtime, callOf(request, response), body);
    if (handle !== undefined) await main.runs.begun(handle);
    response
      .status(202)
      .location(`/api/v1/runs/${runId}`)
      .json({ runId, ...(sessionId !== undefined && { sessionId }) });
  });
  return router;
}

/**
 * Runs and waits. A caller who hangs up has no way to learn of the run, which ends, unless the call has a key: then it goes on, and the same
 * call finds it. Where the caller's time is up it goes on, too, and the answer tells where it is.
 */
async function invoke(
  { main }: Runtime,
  response: Response,
  call: ReadCall,
  seconds: number | undefined,
): Promise<void> {
  const gone = untilGone(response);
  const late = seconds === undefined ? undefined : AbortSignal.timeout(Math.round(seconds * 1_000));
  const isLate = (): boolean => late?.aborted === true;
  const signal = firstOf(call.key === undefined ? gone : undefined, late);
  const started = await startCall(main, { ...call, signal }).catch((error: unknown) => {
    throw isLate() && !Problem.is(error)
      ? new Problem('session-busy', {}, { kind: 'operational', retryAfter: 1 })
      : error;
  });
  if (call.key === undefined && started.handle !== undefined) cancelWith(started.handle, gone);
  const outcome = await waitForCall(main, started, firstOf(gone, late)).catch((error: unknown) => {
    if (isLate() && !gone.aborted) return undefined;
    throw error;
  });
  if (outcome === undefined) return answerRunning(main, response, started);
  const answer = answerOfRun(outcome, started.sessionId);
  if (outcome.status === 'paused') response.status(202).location(`/api/v1/runs/${started.runId}`);
  response.json(answer);
}

/** A signal that is aborted with the first of both. One of both is taken as it is: a call that nothing bounds must not pay for it. */
function firstOf(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one !== undefined && other !== undefined ? AbortSignal.any([one, other]) : (one ?? other);
}

/** The caller waits no longer, and is told where the run is. */
async function answerRunning(
  { runs }: Runtime['main'],
  response: Response,
  { runId, handle, sessionId }: StartedCall,
): Promise<void> {
  if (handle !== undefined) await runs.begun(handle);
  const answer = { runId, status: 'running', ...(sessionId !== undefined && { sessionId }) };
  response
    .status(202)
    .location(`/api/v1/runs/${runId}`)
    .set({ 'Retry-After': '1', 'Preference-Applied': 'wait' })
    .json(answer);
}

/** What of the editor's a caller can't ask for. */
const ofEditor = ['target', 'from', 'afresh', 'pins', 'given', 'basis'] as const;

/** Starts a run that nobody waits for. */
async function startApart(
  { main }: Runtime,
  call: Omit<ReadCall, 'body'>,
  request: RunRequestBody,
): Promise<StartedCall> {
  for (const field of ofEditor)
    if (request[field] !== undefined) throw new Problem('request-invalid', { field, reason: 'editor' });
  const { inputs, overrides, sessionId, session, parentMessageId, webhook: asked } = request;
  const body = { inputs, overrides, sessionId, session, parentMessageId };
  const webhook = asked && { url: asked.url, secret: asked.secret?.secret };
  if (webhook !== undefined) await main.webhooks.require(webhook, call.principal);
  const notes = { ...call.notes, webhook };
  const started = await startCall(main, { ...call, notes, body, asks: { ...body, webhook, apart: true } });
  if (webhook !== undefined && started.handle !== undefined) main.webhooks.await(started.handle);
  return started;
}

/** The editor runs what is on the canvas and takes every kept value; an imported flow first asks for consent. */
async function startForEditor(
  { main: { flows, runs, pins } }: Runtime,
  request: Request,
  response: Response,
  body: RunRequestBody,
): Promise<StartedCall> {
  if (principalOf(response).kind !== 'operator') throw new Problem('right-missing', { action: 'operator' });
  if (body.webhook !== undefined) throw new Problem('webhook-elsewhere');
  const flow = await flows.runnable(parseFlowAddress(String(request.params.id)).id);
  await flows.requireConsent(flow);
  const { given, basis } = body;
  const pinned = body.pins === true ? await pins.outputs(flow.id) : undefined;
  const values = { given, basis, pins: pinned, notes: notesOf(request) };
  const { id: flowId, document } = flow;
  const handle: RunHandle = await runs.start({
    ...requestOf(body),
    ...values,
    flowId,
    document,
    reuse: 'editor',
    by: 'editor',
  });
  return { runId: handle.runId, handle };
}

function requestOf(body: RunRequestBody): Omit<StartRun, 'flowId' | 'document' | 'reuse'> {
  const { inputs, sessionId, parentMessageId, target, from, afresh } = body;
  return { inputs, sessionId, parentMessageId, target, from, afresh };
}
