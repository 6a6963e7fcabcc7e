import { Problem } from '@jacquard/flow';

/** Says that a file can't be written, and why. */
export function unwritable(file: string): (cause: NodeJS.ErrnoException) => never {
  return (cause) => {
    throw new Problem('cli-file-unwritable', { file, reason: cause.code ?? '' }, { kind: 'operational', cause });
  };
}
