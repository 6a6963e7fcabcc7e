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
  let keeping: Promise<T> | undefined;
  const storage: StorageEngine = {
    _handleFile(_request, file, done) {
      keeping = keep(file.originalname, Readable.from(file.stream));
      keeping.then(() => done(null, {}), done);
    },
    _removeFile(_request, _file, done) {
      done(null);
    },
  };
  const limits = { files: 1, fields: 0, parts: 1, headerPairs: 20, fieldNameSize: 100 };
  const form = multer({ storage, limits, defParamCharset: 'utf8' }).single('file');
  const failure = await new Promise<unknown>((resolve) => form(request, response, resolve));
  if (failure !== undefined) throw await problemOf(failure, keeping);
  if (keeping === undefined) throw new Problem('body-not-a-form');
  return keeping;
}

/** Whoever stops taking bytes breaks the form off: then the reason for that is the problem, whichever is heard of first. */
async function problemOf(failure: unknown, keeping: Promise<unknown> | undefined): Promise<unknown> {
  const [kept] = await Promise.allSettled([keeping]);
  return kept.status === 'rejected' && Problem.is(kept.reason) ? kept.reason : formProblem(failure);
}

/** What multer throws, in our words. */
export function formProblem(error: unknown): unknown {
  const isForm =
    error instanceof MulterError || (error instanceof Error && /multipart|boundary|form/i.test(error.message));
  return isForm && !Problem.is(error) ? new Problem('body-not-a-form') : error;
}
