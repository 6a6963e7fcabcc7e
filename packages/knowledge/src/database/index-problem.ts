import { Problem } from '@jacquard/flow';

/** Result codes of SQLite that somebody can do something about (https://sqlite.org/rescode.html). */
const resultCodes = {
  error: 1,
  busy: 5,
  locked: 6,
  readOnly: 8,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

/** Whether the file is no database, or a damaged one. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === resultCodes.corrupt || code === resultCodes.notADatabase;
}

/** Whether a file just opened is none of ours: damaged, or with other tables. */
export function isForeign(error: unknown): boolean {
  return isDamage(error) || resultCode(error) === resultCodes.error;
}

/** The problem that names the file, of any error of SQLite's or the file system's. */
export function indexProblem(error: unknown, file: string): Problem {
  if (Problem.is(error)) return error;
  const options = { kind: 'operational', cause: error } as const;
  const systemCode = error instanceof Error && 'code' in error ? error.code : undefined;
  if (systemCode === 'ENOSPC' || systemCode === 'EDQUOT') return new Problem('knowledge-disk-full', { file }, options);
  if (systemCode === 'EACCES' || systemCode === 'EROFS')
    return new Problem('knowledge-not-writable', { file }, options);
  switch (resultCode(error)) {
    case resultCodes.full:
      return new Problem('knowledge-disk-full', { file }, options);
    case resultCodes.busy:
    case resultCodes.locked:
      return new Problem('knowledge-index-busy', { file }, options);
    case resultCodes.readOnly:
    case resultCodes.cannotOpen:
      return new Problem('knowledge-not-writable', { file }, options);
    case resultCodes.corrupt:
    case resultCodes.notADatabase:
      return new Problem('knowledge-index-damaged', { file }, options);
    default:
      return new Problem(
        'knowledge-index-failed',
        { file, reason: error instanceof Error ? error.message : String(error) },
        { kind: resultCode(error) === undefined ? 'bug' : 'operational', cause: error },
      );
  }
}
