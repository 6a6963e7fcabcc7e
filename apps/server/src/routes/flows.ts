import { flowJsonSchema, namedInFlow, Problem, renameInFlow, subFlowsOf, type FlowDocument } from '@jacquard/flow';
import { consentSchema, createFlowSchema, type SavedFlow } from '@jacquard/protocol';
import { mayDo, parseFlowAddress, readExample, type Principal, type Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { z } from 'zod';
import { principalOf } from '../access/request-principal.ts';
import { requestLanguage } from '../request-language.ts';
import { etagOf, expectedRevision } from '../revision.ts';
import { savedFlow } from '../saved-flow.ts';

/** `imported`: something from elsewhere was pasted into it since it was last saved. */
const putFlowSchema = z.strictObject({ document: z.unknown(), imported: z.literal(true).optional() });
const pathSchema = z.object({ id: z.string().transform((text) => parseFlowAddress(text).id) });

/**
 * A key for some flows puts no others into them: it would read and run by way of one what it may not reach. Throws `flow-not-found`,
 * but for those that were there before.
 */
async function requireReachable(
  { main: { flows }, descriptors }: Runtime,
  principal: Principal,
  id: string,
  document: FlowDocument,
): Promise<void> {
  const foreign = subFlowsOf(document, descriptors).filter(({ flow }) => !mayReadFlow(principal, flow));
  if (foreign.length === 0) return;
  const known = new Set(subFlowsOf((await flows.get(id)).document, descriptors).map(({ flow }) => flow));
  const added = foreign.find(({ flow }) => !known.has(flow));
  if (added !== undefined) throw new Problem('flow-not-found', { id: added.flow.slice(0, 200) });
}

/** What a key may edit it may put into another. */
function mayReadFlow(principal: Principal, id: string): boolean {
  return mayDo(principal, 'read', id) || mayDo(principal, 'edit', id);
}

/** The documents: list, read, create, save, delete, check, and what a flow would reach. Nothing here runs a flow. */
export function flowRoutes(runtime: Runtime): Router {
  const { main, descriptors } = runtime;
  const { flows, versions, stores, space } = main;
  const router = Router();
  router.get('/node-types', (_request, response) => void response.json({ nodeTypes: [...descriptors.values()] }));
  router.get('/flow.schema.json', (_request, response) => void response.json(flowJsonSchema()));
  router.get('/flows', async (_request, response) => {
    const all = await stores.flows.list(space);
    response.json({ flows: all.filter(({ id }) => mayDo(principalOf(response), 'read', id)) });
  });
  router.post('/flows/check', async (request, response) => void response.json(await flows.check(request.body)));
  router.post('/flows', async (request, response) => {
    const saved = await createFlow(runtime, request.body, requestLanguage(request));
    await stores.preferences.set(space, 'last-flow', saved.id);
    response.status(201).location(`/api/v1/flows/${saved.id}`).set('ETag', etagOf(saved.revision)).json(saved);
  });
  router.get('/flows/:id', async (request, response) => {
    const saved = savedFlow(await flows.get(pathSchema.parse(request.params).id));
    response.set('ETag', etagOf(saved.revision)).json(saved);
  });
  router.put('/flows/:id', async (request, response) => {
    const { id } = pathSchema.parse(request.params);
    const expected = expectedRevision(request, id);
    const { document: given, imported } = putFlowSchema.parse(request.body);
    const document = flows.parse(given);
    await requireReachable(runtime, principalOf(response), id, document);
    if (imported) await flows.agreeToOwn(id);
    const saved = savedFlow(await versions.save(id, document, expected, { imported }));
    await stores.preferences.set(space, 'last-flow', id);
    response.set('ETag', etagOf(saved.revision)).json(saved);
  });
  router.delete('/flows/:id', async (request, response) => {
    const { id } = pathSchema.parse(request.params);
    await main.deleteFlow(id, expectedRevision(request, id));
    response.status(204).end();
  });
  router.get('/flows/:id/reach', async (request, response) => {
    const flow = await flows.get(pathSchema.parse(request.params).id);
    response.json({ reaches: await flows.reach(flow) });
  });
  router.post('/flows/:id/consent', async (request, response) => {
    const { id } = await flows.get(pathSchema.parse(request.params).id);
    await stores.flows.consent(space, id, consentSchema.parse(request.body).reaches);
    response.status(204).end();
  });
  return router;
}

async function createFlow({ main, descriptors }: Runtime, body: unknown, language: 'en' | 'fr'): Promise<SavedFlow> {
  const { flows, stores, space, files, knowledge } = main;
  const wanted = createFlowSchema.parse(body);
  if ('document' in wanted) {
    const document = flows.parse(wanted.document);
    return savedFlow(await stores.flows.create(space, document, { imported: wanted.imported ?? false }));
  }
  const example = await readExample(wanted.example, wanted.language ?? language);
  const document = flows.parse(example.document);
  const named = namedInFlow(document, descriptors, 'knowledge');
  const bases = await knowledge.adopt(example.folder, named, false);
  const ids = new Map([...bases].map(([named, { id }]) => [named, id]));
  const renamed = renameInFlow(document, descriptors, 'knowledge', ids);
  const stored = await stores.flows.create(space, renamed);
  await files.adopt(stored.id, example.files);
  return savedFlow(stored);
}
