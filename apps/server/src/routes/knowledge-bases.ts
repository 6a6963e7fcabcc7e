import { basename } from 'node:path';
import { Problem } from '@jacquard/flow';
import {
  buildKnowledgeSchema,
  createKnowledgeSchema,
  putKnowledgeSchema,
  searchRequestSchema,
  type KnowledgeBaseState,
} from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import { Router, type Response } from 'express';
import { z } from 'zod';
import { receiveFile } from '../receive-file.ts';
import { etagOf, expectedRevision } from '../revision.ts';
import { sendPath } from '../send-file.ts';

const root = '/knowledge-bases';
const pathSchema = z.object({ path: z.string().min(1).max(2_000) });
const uploadSchema = z.object({
  path: z.string().max(2_000).optional(),
  modified: z.coerce.number().int().min(0).max(8.64e15).optional(),
});

/** Knowledge bases: settings, documents, building, search. A document is reached through its base, by its path in it. */
export function knowledgeRoutes({ main: { knowledge } }: Runtime): Router {
  const router = Router();
  router.get(root, async (_request, response) => void response.json({ bases: await knowledge.list() }));
  router.post(root, async (request, response) => {
    const base = await knowledge.create(createKnowledgeSchema.parse(request.body).name);
    response.status(201).location(`/api/v1${root}/${base.id}`);
    sendBase(response, base);
  });
  router.get(`${root}/:id`, async (request, response) => sendBase(response, await knowledge.get(request.params.id)));
  router.put(`${root}/:id`, async (request, response) => {
    const { id } = request.params;
    const expected = expectedRevision(request, id);
    sendBase(response, await knowledge.save(id, putKnowledgeSchema.parse(request.body).document, expected));
  });
  router.delete(`${root}/:id`, async (request, response) => {
    await knowledge.delete(request.params.id);
    response.status(204).end();
  });
  router.post(`${root}/:id/build`, async (request, response) => {
    await knowledge.build(request.params.id, buildKnowledgeSchema.parse(request.body).agreed);
    response.status(202).json({});
  });
  router.post(`${root}/:id/cancel`, async (request, response) => {
    await knowledge.cancel(request.params.id);
    response.status(204).end();
  });
  router.post(`${root}/:id/search`, async (request, response) => {
    const { query, sources, languages, ...options } = searchRequestSchema.parse(request.body);
    const filter = { sources, languages };
    const signal = goneSignal(response);
    response.json(await knowledge.search(request.params.id, query, { ...options, filter, signal }));
  });
  router.use(documentRoutes(knowledge));
  return router;
}

function documentRoutes(knowledge: Runtime['main']['knowledge']): Router {
  const router = Router();
  router.post(`${root}/:id/files`, async (request, response) => {
    const { id } = request.params;
    const { path, modified } = uploadSchema.parse(request.query);
    await knowledge.find(id); // before the body is read
    const source = await receiveFile(request, response, (name, bytes) =>
      knowledge.put(id, path || name, bytes, modified),
    );
    response.status(201).json({ source });
  });
  router.delete(`${root}/:id/files`, async (request, response) => {
    await knowledge.remove(request.params.id, pathSchema.parse(request.query).path);
    response.status(204).end();
  });
  router.get(`${root}/:id/file`, async (request, response) => {
    const { source, path } = await knowledge.source(request.params.id, pathSchema.parse(request.query).path);
    await sendPath(response, { name: basename(source), path });
  });
  router.get(`${root}/:id/documents`, async (request, response) => {
    const { path } = pathSchema.parse(request.query);
    response.json({ documents: await knowledge.documents(request.params.id, path) });
  });
  router.get(`${root}/:id/passages`, async (request, response) => {
    const { path } = pathSchema.parse(request.query);
    response.json({ passages: await knowledge.passages(request.params.id, path) });
  });
  return router;
}

/** The tag is that of the settings alone: files and state change under it, so that nobody may keep the answer. */
function sendBase(response: Response, base: KnowledgeBaseState): void {
  response.set('ETag', etagOf(base.revision)).set('Cache-Control', 'no-store').json(base);
}

/** Aborts when the caller has gone before the answer. */
function goneSignal(response: Response): AbortSignal {
  const abort = new AbortController();
  response.once('close', () => abort.abort(new Problem('run-cancelled')));
  return abort.signal;
}
