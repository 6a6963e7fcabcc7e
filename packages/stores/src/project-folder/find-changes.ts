import type { FlowFile } from './flow-file.ts';

/** Revisions of flows by id. */
export type Revisions = ReadonlyMap<string, string>;

/** A change that somebody else made to the folder. */
export interface FoundChange {
  readonly id: string;
  readonly change: 'created' | 'saved' | 'deleted';
  readonly revision?: string | undefined;
}

/**
 * Compares a folder with what was last told of it. Files that an editor may be in the midst of writing are left for the
 * next look: a broken one that is very young, and one that is missing for the first time (`git checkout` removes, then writes).
 */
export function findChanges(
  told: Revisions,
  files: ReadonlyMap<string, FlowFile>,
  missing: ReadonlySet<string>,
): { readonly changes: readonly FoundChange[]; readonly missing: ReadonlySet<string>; readonly isUnsettled: boolean } {
  const changes: FoundChange[] = [];
  let isUnsettled = false;
  for (const [id, { revision, content, isYoung }] of files) {
    if (told.get(id) === revision) continue;
    if (isYoung && 'broken' in content) isUnsettled = true;
    else changes.push({ id, change: told.has(id) ? 'saved' : 'created', revision });
  }
  const gone = [...told.keys()].filter((id) => !files.has(id));
  for (const id of gone) {
    if (missing.has(id)) changes.push({ id, change: 'deleted' });
    else isUnsettled = true;
  }
  return { changes, missing: new Set(gone), isUnsettled };
}
