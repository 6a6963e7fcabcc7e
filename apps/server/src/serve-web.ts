import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import express, { Router } from 'express';

/** Where the built web app lies. */
const webFolder = join(import.meta.dirname, '../../web/dist');

/** The built web app: hashed assets for good, and its one page for every path that isn't a file. */
export function serveWeb(folder = webFolder): Router {
  const router = Router();
  const assets = { immutable: true, maxAge: '1y', index: false, fallthrough: false } as const;
  router.use('/assets', express.static(join(folder, 'assets'), assets));
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get(/.*/, (request, response, next) => {
    if (!request.accepts('html')) return next();
    const page = join(folder, 'index.html');
    if (!existsSync(page)) throw new Problem('web-not-built', {}, { kind: 'operational' });
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
  return router;
}
