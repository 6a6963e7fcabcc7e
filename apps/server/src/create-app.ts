import type { Runtime } from '@jacquard/runtime';
import express, { type Express } from 'express';
import { answerNotFound, answerProblem } from './answer-problem.ts';
import { requireRight } from './access/require-right.ts';
import { refuseDeepBodies, refuseForeignHost, refuseForeignOrigin, refuseOtherBodies } from './guard-requests.ts';
import { allOperations } from './operations/all-operations.ts';
import { createOperationFinder } from './operations/find-operation.ts';
import { bundleRoutes } from './routes/bundles.ts';
import { clientRoutes } from './routes/client.ts';
import { engineRoutes } from './routes/engines.ts';
import { fileRoutes } from './routes/files.ts';
import { flowRunRoutes } from './routes/flow-runs.ts';
import { flowRoutes } from './routes/flows.ts';
import { knowledgeRoutes } from './routes/knowledge-bases.ts';
import { insidesRoutes } from './routes/insides.ts';
import { modelRoutes } from './routes/models.ts';
import { pinRoutes } from './routes/pins.ts';
import { publicationRoutes } from './routes/publications.ts';
import { runRoutes } from './routes/runs.ts';
import { secretRoutes } from './routes/secrets.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { versionRoutes } from './routes/versions.ts';
import { workspaceRoutes } from './routes/workspace.ts';
import { securityHeaders } from './security-headers.ts';
import { serveWeb } from './serve-web.ts';

/** Largest JSON body: a flow with long prompts, or the inputs of a run. Files have a way of their own. */
const mostBody = '16mb';

/** What of all that could be answered is. */
export interface AppOptions {
  /** The built web app, where it isn't in its usual place. */
  readonly webFolder?: string | undefined;
  /** `calls`: what programs call, and nothing of the canvas: neither the page nor what edits. Everything unless told. */
  readonly surface?: 'calls' | 'all' | undefined;
}

/** All that is answered over HTTP. `health` decides what `/healthz` says. */
export function createApp(runtime: Runtime, health: () => 'ready' | 'stopping', options: AppOptions = {}): Express {
  const isForCalls = options.surface === 'calls';
  const answered = allOperations.filter(({ surface }) => !isForCalls || surface === 'calls');
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.use(refuseForeignHost, securityHeaders);
  app.get('/healthz', (_request, response) => {
    const status = health();
    response.status(status === 'ready' ? 200 : 503).json({ status, version: runtime.version });
  });
  app.use('/api', refuseForeignOrigin, requireRight(runtime, createOperationFinder(answered)));
  app.use(
    '/api/v1',
    refuseOtherBodies,
    express.json({ limit: mostBody, strict: false }),
    refuseDeepBodies,
    bundleRoutes(runtime),
    flowRunRoutes(runtime),
    clientRoutes(runtime),
    flowRoutes(runtime),
    versionRoutes(runtime),
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
  if (!isForCalls) app.use(serveWeb(options.webFolder));
  app.use(answerNotFound);
  app.use(answerProblem(runtime.log));
  return app;
}
