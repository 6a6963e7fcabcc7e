import { Readable } from 'node:stream';
import { Problem } from '@jacquard/flow';
import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';

/**
 * Takes the one file of a form, `file`, and hands its name and bytes to `keep` as they come from the socket: no temporary file, no
 * name that becomes a path here. Throws `body-not-a-form`.
 */
export async function receiveFile<T>(
  request: Request,
  response: Response,
  keep: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const kept = Promise.withResolvers<T>();
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
