import { patternFolder, type KnowledgeDocument } from '@jacquard/flow';
import type { KnowledgeSource } from '@jacquard/stores';

/** The documents of a base by their path below the folder that all of its patterns share: what is left of it where the base moves. */
export function ownPaths(
  { sources: patterns }: Pick<KnowledgeDocument, 'sources'>,
  sources: readonly KnowledgeSource[],
): ReadonlyMap<string, KnowledgeSource> {
  const folders = patterns.map((pattern) => patternFolder(pattern).split('/'));
  const [first = []] = folders;
  const unequal = first.findIndex((name, index) => folders.some((folder) => folder[index] !== name));
  const shared = (unequal < 0 ? first : first.slice(0, unequal)).filter((name) => name !== '');
  const length = shared.length === 0 ? 0 : shared.join('/').length + 1;
  return new Map(sources.map((source) => [source.source.slice(length), source]));
}
