import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Problem } from '@jacquard/flow';
import { mayDo, versionNameOf, type Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { z } from 'zod';
import { cookieName } from '../access/credentials.ts';
import { principalOf } from '../access/request-principal.ts';
import type { Operation } from '../operations/operation.ts';
import { referencePage, referenceScript } from '../reference-page.ts';

const querySchema = z.strictObject({
  version: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
});
/** Of the reference page's package, what it needs. */
const files: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
};

/** The API described: a document for the server, one for each flow, and a page that shows them; nothing of it comes from elsewhere. */
export function documentRoutes(runtime: Runtime, operations: readonly Operation[]): Router {
  const { main, access, version } = runtime;
  const router = Router();
  const written = new Map<string, string>();
  const needsLogin = (): boolean => access.state !== 'open';
  // Its schemas are made for whoever asks.
  router.get('/openapi.json', async (request, response) => {
    const { openApiDocument } = await import('../openapi/open-api-document.ts');
    const about = { cookie: cookieName(request), needsLogin: needsLogin() };
    const place = JSON.stringify(about);
    const text = written.get(place) ?? JSON.stringify(openApiDocument({ version, operations, ...about }));
    written.set(place, text);
    response.type('application/json').send(text);
  });
  router.get('/flows/:id/openapi.json', async (request, response) => {
    const { version: name } = querySchema.parse(request.query);
    const id = request.params.id.split('@')[0] ?? '';
    const wanted = name === undefined ? undefined : versionNameOf(name);
    // Who calls published versions alone learns nothing of the draft, nor by which words it describes itself.
    const principal = principalOf(response);
    const isSeen = mayDo(principal, 'read', id) || mayDo(principal, 'draft', id);
    if (name === 'draft' && !isSeen) throw new Problem('flow-not-found', { id });
    const { document, ...described } = await main.publishing.interface(id, wanted);
    const { flowDocument } = await import('../openapi/flow-document.ts');
    const suffix = name === undefined ? '' : `@${name}`;
    const { name: title, description } = document;
    response.json(
      flowDocument({
        id,
        name: title,
        description,
        suffix,
        interface: described,
        cookie: cookieName(request),
        needsLogin: needsLogin(),
      }),
    );
  });
  return router;
}

/** The reference page. Mounted at `/api/reference`. */
export function referenceRoutes(): Router {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const router = Router();
  router.get('/', (_request, response) => void response.type('html').send(referencePage));
  router.get('/:file', (request, response, next) => {
    const { file } = request.params;
    const type = Object.hasOwn(files, file) ? files[file] : undefined;
    if (file === 'reference.js') response.type('text/javascript').send(referenceScript);
    else if (type === undefined) throw new Problem('path-not-found', { path: request.originalUrl.slice(0, 200) });
    else
      response.type(type).sendFile(join(folder, file), { maxAge: 86_400_000 }, (error) => {
        if (error !== undefined && !response.headersSent) next(error);
      });
  });
  return router;
}
