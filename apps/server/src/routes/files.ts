import { Readable } from 'node:stream';
import { Problem, type FileValue } from '@jacquard/flow';
import type { Runtime } from '@jacquard/runtime';
import { Router, type Request, type Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { parseFlowAddress } from '../flow-address.ts';
import { sendFile } from '../send-file.ts';

type Keep = (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<FileValue>;

/** Uploads go straight from the socket into the store: no temporary file, no name that becomes a path. */
export function fileRoutes({ main: { files } }: Runtime): Router {
  const router = Router();
  router.post('/files', async (request, response) => {
    const file = await receive(request, response, (name, bytes) => files.upload(undefined, name, bytes));
    response.status(201).json({ file });
  });
  router.post('/flows/:id/files', async (request, response) => {
    const { id } = parseFlowAddress(request.params.id);
    const file = await receive(request, response, (name, bytes) => files.upload(id, name, bytes));
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

async function receive(request: Request, response: Response, keep: Keep): Promise<FileValue> {
  const kept = Promise.withResolvers<FileValue>();
  kept.promise.catch(() => undefined);
  const storage: StorageEngine = {
    _handleFile(_request, file, done) {
      keep(file.originalname, Readable.from(file.stream)).then((value) => {
        kept.resolve(value);
        done(null, {});
      }, done);
    },
    _removeFile(_request, _file, done) {
      done(null);
    },
  };
  const limits = { files: 1, fields: 0, parts: 1, headerPairs: 20, fieldNameSize: 100 };
  const form = multer({ storage, limits, defParamCharset: 'utf8' }).single('file');
  await new Promise<void>((resolve, reject) => {
    form(request, response, (error: unknown) => (error === undefined ? resolve() : reject(formProblem(error))));
  });
  if (request.file === undefined) throw new Problem('body-not-a-form');
  return kept.promise;
}

function formProblem(error: unknown): unknown {
  const isForm =
    error instanceof MulterError || (error instanceof Error && /multipart|boundary|form/i.test(error.message));
  return isForm && !Problem.is(error) ? new Problem('body-not-a-form') : error;
}
