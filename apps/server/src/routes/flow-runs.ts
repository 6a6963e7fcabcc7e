import { Problem, type JsonValue } from '@jacquard/flow';
import { invokeRequestSchema, pausedAnswerSchema, runRequestSchema, type RunRequestBody } from '@jacquard/protocol';
import type { Runtime, RunHandle, RunResult, StartRun } from '@jacquard/runtime';
import { Router, type Request, type Response } from 'express';
import { parseFlowAddress, runnableFlow } from '../flow-address.ts';
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
      body.editor === true ? await startForEditor(runtime, request, body) : await startRun(runtime, request, body);
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
  handle = await startRun(runtime, request, body, waiting?.signal);
  if (response.closed) handle.cancel();
  return handle;
}

/** The caller's command is the consent: it asks nothing, and reuses what is pure unless the flow says otherwise. */
async function startRun(
  runtime: Runtime,
  request: Request,
  body: RunRequestBody,
  signal?: AbortSignal,
): Promise<RunHandle> {
  const { flows, runs } = runtime.main;
  const flow = await flows.runnable(runnableFlow(runtime, String(request.params.id)));
  const { document } = flow;
  return runs.start({
    ...requestOf(body),
    flowId: flow.id,
    document,
    reuse: reuseOf(document.reuse),
    by: 'api',
    signal,
  });
}

/** The editor runs what is on the canvas and takes every kept value; an imported flow first asks for consent. */
async function startForEditor(runtime: Runtime, request: Request, body: RunRequestBody): Promise<RunHandle> {
  const { flows, runs, pins } = runtime.main;
  const flow = await flows.runnable(parseFlowAddress(String(request.params.id)).id);
  await flows.requireConsent(flow);
  const { given, basis } = body;
  const pinned = body.pins === true ? await pins.outputs(flow.id) : undefined;
  const values = { given, basis, pins: pinned };
  const { id: flowId, document } = flow;
  return runs.start({ ...requestOf(body), ...values, flowId, document, reuse: 'editor', by: 'editor' });
}

function reuseOf(reuse: 'pure' | 'all' | undefined): StartRun['reuse'] {
  return reuse === 'all' ? 'editor' : 'pure';
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
