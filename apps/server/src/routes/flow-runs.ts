import { Problem, type JsonValue } from '@jacquard/flow';
import { invokeRequestSchema, pausedAnswerSchema, runRequestSchema, type RunRequestBody } from '@jacquard/protocol';
import { parseFlowAddress, type Runtime, type RunHandle, type RunResult, type StartRun } from '@jacquard/runtime';
import { Router, type Request, type Response } from 'express';
import { principalOf } from '../access/request-principal.ts';
import { ServerSentSink } from '../sse-sink.ts';

/** Starting runs: wait for the answer, have it streamed, or take the run's id and come back. */
export function flowRunRoutes(runtime: Runtime): Router {
  const router = Router();
  router.post('/flows/:id/invoke', async (request, response) => {
    const body = invokeRequestSchema.parse(request.body ?? {});
    const handle = await startForCaller(runtime, request, response, body);
    const result = await handle.result;
    response.status(result.status === 'paused' ? 202 : 200).json(answerOf(result));
  });
  router.post('/flows/:id/stream', async (request, response) => {
    const body = invokeRequestSchema.parse(request.body ?? {});
    const handle = await startForCaller(runtime, request, response, body);
    const sink = new ServerSentSink(response);
    sink.attach(runtime.main.runs.watch(handle.runId, 0, sink), () => undefined);
  });
  router.post('/flows/:id/runs', async (request, response) => {
    const body = runRequestSchema.parse(request.body ?? {});
    const handle =
      body.editor === true
        ? await startForEditor(runtime, request, response, body)
        : await startRun(runtime, request, response, body);
    await runtime.main.runs.begun(handle);
    response.status(202).location(`/api/v1/runs/${handle.runId}`).json({ runId: handle.runId });
  });
  return router;
}

/** A caller who hangs up before the answer has no way to learn of it: its run ends. Those who may hang up use `/runs`. */
async function startForCaller(
  runtime: Runtime,
  request: Request,
  response: Response,
  body: RunRequestBody,
): Promise<RunHandle> {
  const waiting = body.sessionId === undefined ? undefined : new AbortController();
  let handle: RunHandle | undefined;
  response.on('close', () => {
    if (response.writableFinished) return;
    waiting?.abort(new Problem('run-cancelled'));
    handle?.cancel();
  });
  handle = await startRun(runtime, request, response, body, waiting?.signal);
  if (response.closed) handle.cancel();
  return handle;
}

function startRun(
  { main }: Runtime,
  request: Request,
  response: Response,
  { inputs, sessionId, parentMessageId }: RunRequestBody,
  signal?: AbortSignal,
): Promise<RunHandle> {
  const address = String(request.params.id);
  const principal = principalOf(response);
  return main.calls.start({ address, principal, inputs, sessionId, parentMessageId, signal });
}

/** The editor runs what is on the canvas and takes every kept value; an imported flow first asks for consent. */
async function startForEditor(
  { main: { flows, runs, pins } }: Runtime,
  request: Request,
  response: Response,
  body: RunRequestBody,
): Promise<RunHandle> {
  if (principalOf(response).kind !== 'operator') throw new Problem('right-missing', { action: 'operator' });
  const flow = await flows.runnable(parseFlowAddress(String(request.params.id)).id);
  await flows.requireConsent(flow);
  const { given, basis } = body;
  const pinned = body.pins === true ? await pins.outputs(flow.id) : undefined;
  const values = { given, basis, pins: pinned };
  const { id: flowId, document } = flow;
  return runs.start({ ...requestOf(body), ...values, flowId, document, reuse: 'editor', by: 'editor' });
}

function requestOf(body: RunRequestBody): Omit<StartRun, 'flowId' | 'document' | 'reuse'> {
  const { inputs, sessionId, parentMessageId, target, from, afresh } = body;
  return { inputs, sessionId, parentMessageId, target, from, afresh };
}

/** Large outputs as references: `GET /runs/:id/values/:ref` has them. */
function answerOf({ runId, status, stored, skipped, error, usage, waiting = [] }: RunResult): JsonValue {
  if (status === 'paused') {
    const asked = pausedAnswerSchema.parse({ runId, status, waiting, usage });
    return JSON.parse(JSON.stringify(asked)) as JsonValue; // boundary: what JSON has written is JSON
  }
  if (status === 'completed')
    return { runId, outputs: stored, usage: { ...usage }, ...(skipped.length > 0 && { skipped }) };
  const { code, params, kind, node } = error ?? { code: `run-${status}`, params: {}, kind: 'operational' };
  throw new Problem(code, { ...params, run: runId }, { kind, ...(node !== undefined && { node }) });
}
