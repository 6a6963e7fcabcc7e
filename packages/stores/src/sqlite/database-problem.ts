import { Problem } from '@jacquard/flow';

/** Result codes of SQLite that a person can do something about (https://sqlite.org/rescode.html). */
const resultCodes = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

/** SQLite's primary result code of an error that `node:sqlite` threw; undefined for any other error. */
function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

/** True when another process holds the lock for the moment: trying again may help. */
export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === resultCodes.busy || code === resultCodes.locked;
}

/** Makes of any error of the database the problem that names the file, so that no message of SQLite's reaches a person bare. */
export function databaseProblem(error: unknown, file: string): Problem {
  if (Problem.is(error)) return error;
  const options = { kind: 'operational', cause: error } as const;
  switch (resultCode(error)) {
    case resultCodes.busy:
    case resultCodes.locked:
      return new Problem('store-locked', { file }, options);
    case resultCodes.full:
      return new Problem('store-full', { file }, options);
    case resultCodes.corrupt:
    case resultCodes.notADatabase:
      return new Problem('store-corrupt', { file }, options);
    case resultCodes.readOnly:
    case resultCodes.cannotOpen:
      return new Problem('store-not-writable', { file }, options);
    default:
      return new Problem(
        'store-failed',
        { file, reason: error instanceof Error ? error.message : String(error) },
        { kind: resultCode(error) === undefined ? 'bug' : 'operational', cause: error },
      );
  }
}
