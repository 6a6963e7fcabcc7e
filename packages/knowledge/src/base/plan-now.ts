import { jsonEquals, type JsonValue } from '@jacquard/flow';
import type { IndexedFile, IndexSettings, KnowledgeIndex, SourceFile } from '../interfaces.ts';
import { planBuild, type BuildPlan } from './plan-build.ts';

/** A plan of an index as it is now. */
export interface CurrentPlan {
  readonly plan: BuildPlan;
  readonly indexed: readonly IndexedFile[];
  /** The index was built with other settings, or never. */
  readonly isAnew: boolean;
  /** It was built with other settings, but its documents were read as they would be now. */
  readonly keepsDocuments: boolean;
  readonly hasWork: boolean;
}

/** Compares a base's files and settings with its index. `settings` undefined: those of the index count as right. */
export async function planNow(
  index: Pick<KnowledgeIndex, 'files' | 'settings'>,
  sources: readonly SourceFile[],
  settings: IndexSettings | undefined,
  retryFailed = false,
): Promise<CurrentPlan> {
  const [indexed, built] = await Promise.all([index.files(), index.settings()]);
  const isAnew = !built || (settings !== undefined && !jsonEquals(asJson(built), asJson(settings)));
  const plan = planBuild(sources, indexed, { isAnew, retryFailed });
  const hasWork = plan.read.length > 0 || plan.remove.length > 0 || (isAnew && indexed.length > 0);
  const keepsDocuments = isAnew && built !== undefined && built.reader === settings?.reader;
  return { plan, indexed, isAnew, keepsDocuments, hasWork };
}

function asJson({ embeddings, passages, reader }: IndexSettings): JsonValue {
  return { embeddings, passages, reader };
}
