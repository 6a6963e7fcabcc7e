import { callerOf, parseFlowAddress, type Runtime } from '@jacquard/runtime';
import { Router } from 'express';
import { principalOf } from '../access/request-principal.ts';
import { receiveFile } from '../receive-file.ts';
import { sendFile } from '../send-file.ts';

/** Uploads go straight from the socket into the store: no temporary file, no name that becomes a path. */
export function fileRoutes({ main: { files } }: Runtime): Router {
  const router = Router();
  router.post('/files', async (request, response) => {
    const file = await receiveFile(request, response, (name, bytes) =>
      files.upload(undefined, name, bytes, callerOf(principalOf(response))),
    );
    response.status(201).json({ file });
  });
  router.post('/flows/:id/files', async (request, response) => {
    const { id } = parseFlowAddress(request.params.id);
    const file = await receiveFile(request, response, (name, bytes) => files.upload(id, name, bytes));
    response.status(201).json({ file });
  });
  router.get('/flows/:id/files', async (request, response) => {
    response.json({ files: await files.list(parseFlowAddress(request.params.id).id) });
  });
  router.get('/flows/:id/files/:sha256', async (request, response) => {
    const { id } = parseFlowAddress(request.params.id);
    sendFile(response, await files.read({ kind: 'flow', id }, request.params.sha256));
  });
  return router;
}
