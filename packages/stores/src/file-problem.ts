import { Problem } from '@jacquard/flow';
import { isFileError } from './is-file-error.ts';

/** Makes of an error of `node:fs` the problem that names the file and says what to do. */
export function fileProblem(error: unknown, file: string): Problem {
  if (Problem.is(error)) return error;
  const options = { kind: 'operational', cause: error } as const;
  if (isFileError(error, 'ENOSPC', 'EDQUOT')) return new Problem('store-full', { file }, options);
  if (isFileError(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST')) {
    return new Problem('store-not-writable', { file }, options);
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem('store-failed', { file, reason }, options);
}
