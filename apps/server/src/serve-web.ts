import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import express, { Router } from 'express';
import compressed from 'express-static-gzip';

/** Where the built web app lies. */
const webFolder = join(import.meta.dirname, '../../web/dist');

/** A changed asset has another name. Milliseconds. */
const forGood = { immutable: true, maxAge: 31_536_000_000, index: false } as const;

/** Assets were compressed when they were built. */
const preferred = { enableBrotli: true, orderPreference: ['br', 'gz'], index: false as const };

/** The built web app: hashed assets for good, and its one page for every path that isn't a file. */
export function serveWeb(folder = webFolder): Router {
  const router = Router();
  const assets = join(folder, 'assets');
  if (existsSync(assets)) router.use('/assets', compressed(assets, { ...preferred, serveStatic: forGood }));
  router.use('/assets', (_request, response) => void response.sendStatus(404));
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get(/.*/, (request, response, next) => {
    if (!request.accepts('html')) return next();
    const page = join(folder, 'index.html');
    if (!existsSync(page)) throw new Problem('web-not-built', {}, { kind: 'operational' });
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
  return router;
}
