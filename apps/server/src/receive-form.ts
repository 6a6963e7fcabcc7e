import { Readable } from 'node:stream';
import type { FileValue } from '@jacquard/flow';
import type { Request, Response } from 'express';
import multer, { type StorageEngine } from 'multer';
import { formProblem } from './receive-file.ts';

/** What a form held: its fields as they came, its files as they are kept now; several of one name are a list. */
export interface ReceivedForm {
  readonly fields: unknown;
  readonly files: Readonly<Record<string, FileValue | readonly FileValue[]>>;
}

const limits = {
  files: 20,
  fields: 20,
  parts: 40,
  headerPairs: 20,
  fieldNameSize: 200,
  fieldSize: 4_000_000,
};

/**
 * Takes a form's fields, and hands each file's name and bytes to `keep` as they come from the socket: no temporary file, no name that
 * becomes a path here. Throws `body-not-a-form`, and what `keep` throws.
 */
export async function receiveForm(
  request: Request,
  response: Response,
  keep: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<FileValue>,
): Promise<ReceivedForm> {
  const kept = new Map<string, FileValue[]>();
  let refusal: unknown;
  const storage: StorageEngine = {
    _handleFile(_request, file, done) {
      keep(file.originalname, Readable.from(file.stream)).then(
        (value) => {
          kept.set(file.fieldname, [...(kept.get(file.fieldname) ?? []), value]);
          done(null, {});
        },
        (error: unknown) => {
          refusal ??= error;
          done(error);
        },
      );
    },
    _removeFile(_request, _file, done) {
      done(null);
    },
  };
  const form = multer({ storage, limits, defParamCharset: 'utf8' }).any();
  const failure = await new Promise<unknown>((resolve) => form(request, response, resolve));
  if (failure !== undefined) throw refusal ?? formProblem(failure);
  const files = [...kept].map(([name, values]) => [name, values.length === 1 ? values[0] : values] as const);
  return { fields: request.body ?? {}, files: Object.fromEntries(files) as ReceivedForm['files'] }; // boundary: a list that isn't of one
}
