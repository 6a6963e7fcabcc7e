import { Problem } from '@jacquard/flow';
import type { Request } from 'express';

/** The ETag of a revision. */
export function etagOf(revision: string): string {
  return `"${revision}"`;
}

/** The revision that a save replaces, of `If-Match`; `*` for any. Throws `revision-missing`. */
export function expectedRevision(request: Request, id: string): string {
  const header = request.get('if-match')?.trim();
  const [, revision] = /^(?:W\/)?"([^"]*)"$/.exec(header ?? '') ?? [];
  if (header === '*') return '*';
  if (revision === undefined) throw new Problem('revision-missing', { id });
  return revision;
}
