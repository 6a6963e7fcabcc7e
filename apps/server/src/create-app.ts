import type { Runtime } from '@jacquard/runtime';
import express, { type Express } from 'express';
import { answerNotFound, answerProblem } from './answer-problem.ts';
import type { OpenAnswers } from './access/open-answers.ts';
import { refuseLocked } from './access/refuse-locked.ts';
import { requireRight } from './access/require-right.ts';
import { refuseDeepBodies, refuseForeignHost, refuseForeignOrigin, refuseOtherBodies } from './guard-requests.ts';
import { createServerMetrics } from './metrics/server-metrics.ts';
import { allOperations } from './operations/all-operations.ts';
import { findOnce } from './operations/find-once.ts';
import { createOperationFinder } from './operations/find-operation.ts';
import { mcpRoutes } from './mcp/mcp-routes.ts';
import { answerOpenAiError } from './openai/answer-open-ai-error.ts';
import { openAiRoutes } from './openai/open-ai-routes.ts';
import { readJson } from './read-json.ts';
import { keyRoutes } from './routes/access-keys.ts';
import { loginRoutes } from './routes/access-login.ts';
import { noteRequest } from './request-context.ts';
import { bundleRoutes } from './routes/bundles.ts';
import { clientRoutes } from './routes/client.ts';
import { codeRoutes } from './routes/code.ts';
import { engineRoutes } from './routes/engines.ts';
import { fileRoutes } from './routes/files.ts';
import { flowBatchRoutes } from './routes/flow-batch.ts';
import { flowRunRoutes } from './routes/flow-runs.ts';
import { flowStreamRoutes } from './routes/flow-stream.ts';
import { flowTestRoutes } from './routes/flow-tests.ts';
import { flowRoutes } from './routes/flows.ts';
import { knowledgeRoutes } from './routes/knowledge-bases.ts';
import { insidesRoutes } from './routes/insides.ts';
import { modelRoutes } from './routes/models.ts';
import { pinRoutes } from './routes/pins.ts';
import { publicationRoutes } from './routes/publications.ts';
import { documentRoutes, referenceRoutes } from './routes/reference.ts';
import { runRoutes } from './routes/runs.ts';
import { secretRoutes } from './routes/secrets.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { versionRoutes } from './routes/versions.ts';
import { webhookKeyRoutes } from './routes/webhook-key.ts';
import { workspaceRoutes } from './routes/workspace.ts';
import type { OwnAddresses } from './same-site.ts';
import { securityHeaders } from './security-headers.ts';
import { serveWeb } from './serve-web.ts';

/** What of all that could be answered is. */
export interface AppOptions {
  /** The built web app, where it isn't in its usual place. */
  readonly webFolder?: string | undefined;
  /** `calls`: what programs call, and nothing of the canvas: neither the page nor what edits. Everything unless told. */
  readonly surface?: 'calls' | 'all' | undefined;
}

/** What the app shares with the websocket. */
export interface AppParts extends AppOptions {
  /** What `/healthz` says. */
  readonly health: () => 'ready' | 'locked' | 'stopping';
  readonly own: OwnAddresses;
  readonly answers: OpenAnswers;
}

/** All that is answered over HTTP. */
export function createApp(runtime: Runtime, parts: AppParts): Express {
  const { own, answers, health, ...options } = parts;
  const isForCalls = options.surface === 'calls';
  const answered = allOperations.filter(({ surface }) => !isForCalls || surface === 'calls');
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false);
  const find = findOnce(createOperationFinder(answered));
  const metrics = createServerMetrics(runtime, find);
  app.use(noteRequest, metrics.countRequest, refuseForeignHost(own), securityHeaders);
  app.get('/healthz', (_request, response) => {
    const status = health();
    response.status(status === 'stopping' ? 503 : 200).json({ status, version: runtime.version });
  });
  app.use(['/api', '/v1', '/mcp', '/metrics'], refuseForeignOrigin(own), requireRight(runtime, find, answers));
  const readBody = [refuseOtherBodies, readJson(), refuseDeepBodies];
  app.use('/v1', readBody, openAiRoutes(runtime));
  app.use('/v1', answerNotFound, answerOpenAiError(runtime.log));
  app.use('/mcp', readBody, mcpRoutes(runtime));
  app.use(
    '/api/v1',
    readBody,
    // What is asked most goes first.
    flowRunRoutes(runtime),
    flowStreamRoutes(runtime),
    flowBatchRoutes(runtime),
    loginRoutes(runtime),
    keyRoutes(runtime),
    bundleRoutes(runtime),
    codeRoutes(runtime),
    webhookKeyRoutes(runtime),
    documentRoutes(runtime, answered),
    clientRoutes(runtime),
    flowRoutes(runtime),
    versionRoutes(runtime),
    flowTestRoutes(runtime),
    publicationRoutes(runtime),
    pinRoutes(runtime),
    runRoutes(runtime),
    sessionRoutes(runtime),
    fileRoutes(runtime),
    knowledgeRoutes(runtime),
    modelRoutes(runtime),
    insidesRoutes(runtime),
    engineRoutes(runtime),
    secretRoutes(runtime),
    workspaceRoutes(runtime),
  );
  app.use('/api/reference', referenceRoutes());
  app.get('/metrics', metrics.answer);
  app.use(refuseLocked(runtime));
  if (!isForCalls) app.use(serveWeb(options.webFolder));
  app.use(answerNotFound);
  app.use(answerProblem(runtime.log));
  return app;
}
