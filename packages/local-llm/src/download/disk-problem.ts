import { Problem } from '@jacquard/flow';

/** Turns a full disk into `disk-full`; other errors of the file system stay as they are. */
export function asDiskProblem(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new Problem('disk-full', { folder }, { kind: 'operational', cause: error });
}
