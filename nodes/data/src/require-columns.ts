import { Problem, type Table } from '@jacquard/node-kit';

/** Throws `column-not-found` for the first name that the table doesn't have. */
export function requireColumns({ columns }: Table, names: readonly string[]): void {
  const column = names.find((name) => !columns.includes(name));
  if (column !== undefined) throw new Problem('column-not-found', { column, columns });
}
