import type { KnowledgeFile } from '@jacquard/protocol';

/** How a cited document stands today. `unknown`: it belongs to no base, or the base can't be asked. */
export type SourceState = 'same' | 'changed' | 'gone' | 'unknown';

/**
 * Compares a citation with what its base holds now. A document out of an archive is there as long as its archive is: the
 * archive's own bytes say nothing of it.
 */
export function sourceState(
  files: readonly Pick<KnowledgeFile, 'source' | 'sha256'>[] | undefined,
  { source, document }: { readonly source: string; readonly document: string },
): SourceState {
  if (files === undefined) return 'unknown';
  const file = files.find((one) => one.source === source);
  if (file === undefined) return files.some((one) => source.startsWith(`${one.source}/`)) ? 'same' : 'gone';
  return file.sha256 === undefined || file.sha256 === document ? 'same' : 'changed';
}
