import { answerSchema, callSchema } from '@jacquard/flow';
import {
  createPublicationSchema,
  flowInterfaceAnswerSchema,
  previewRequestSchema,
  setLabelSchema,
  type FlowInterfaceAnswer,
} from '@jacquard/protocol';
import { versionNameOf, type Runtime, type VersionName } from '@jacquard/runtime';
import { Router } from 'express';
import { z } from 'zod';
import { flowIdSchema, flowPathSchema, versionPathSchema } from './path-schemas.ts';

const labelSchema = z.object({ id: flowIdSchema, label: z.string().max(200) });

/** What callers of a flow give and get; its published versions, and the labels that name them. */
export function publicationRoutes({ main }: Runtime): Router {
  const { publishing } = main;
  const router = Router();
  router.get('/flows/:id/interface', async (request, response) => {
    const { id } = flowPathSchema.parse(request.params);
    response.json(await describeInterface(publishing, id, versionOf(request.query['version'])));
  });
  router.get('/flows/:id/publications', async (request, response) => {
    response.json(await publishing.list(flowPathSchema.parse(request.params).id));
  });
  router.post('/flows/:id/publications', async (request, response) => {
    const { id } = flowPathSchema.parse(request.params);
    const published = await publishing.publish(id, createPublicationSchema.parse(request.body ?? {}));
    response.status(201).location(`/api/v1/flows/${id}/versions/${published.number}`).json(published);
  });
  router.post('/flows/:id/publications/preview', async (request, response) => {
    const { id } = flowPathSchema.parse(request.params);
    const { version } = previewRequestSchema.parse(request.body ?? {});
    response.json(await publishing.preview(id, version));
  });
  router.delete('/flows/:id/publications/:number', async (request, response) => {
    const { id, number } = versionPathSchema.parse(request.params);
    await publishing.withdraw(id, number);
    response.status(204).end();
  });
  router.put('/flows/:id/labels/:label', async (request, response) => {
    const { id, label } = labelSchema.parse(request.params);
    response.json(await publishing.setLabel(id, label, setLabelSchema.parse(request.body ?? {}).version));
  });
  router.delete('/flows/:id/labels/:label', async (request, response) => {
    const { id, label } = labelSchema.parse(request.params);
    await publishing.removeLabel(id, label);
    response.status(204).end();
  });
  return router;
}

/** What the query `version` names: a number, a label, `draft`; nothing is the version that calls without one get. */
function versionOf(version: unknown): VersionName {
  if (typeof version !== 'string' || version === '') return undefined;
  return versionNameOf(version.slice(0, 60));
}

async function describeInterface(
  publishing: Runtime['main']['publishing'],
  id: string,
  version: VersionName,
): Promise<FlowInterfaceAnswer> {
  const { inputs, outputs, overrides, number } = await publishing.interface(id, version);
  const described = { inputs, outputs, overrides };
  const name = number ?? (version === 'draft' ? 'draft' : undefined);
  return flowInterfaceAnswerSchema.parse({
    ...(name !== undefined && { version: name }),
    ...described,
    schemas: { call: callSchema(described), answer: answerSchema(described) },
  });
}
