import { randomUUID } from 'node:crypto';
import type { EmbeddingsService } from '@jacquard/node-kit';
import type { IndexSettings, KnowledgeIndex, ReadingHost } from '../interfaces.ts';
import type { Splitter } from '../passages/create-splitter.ts';
import type { BaseContent, BuildProgress, BuildReport } from './base-state.ts';
import { buildFile, type FileParts } from './build-file.ts';
import { emptyShelf, shelveDocuments } from './document-shelf.ts';
import { holdLease } from './hold-lease.ts';
import { indexSettings } from './index-settings.ts';
import type { BuildPlan, PlannedFile } from './plan-build.ts';
import { planNow } from './plan-now.ts';
import { trackProgress } from './track-progress.ts';

/** What a building works with. */
export interface BuildParts {
  readonly index: KnowledgeIndex;
  /** Of the index. */
  readonly file: string;
  readonly reading: ReadingHost;
  readonly splitter: Splitter;
  readonly embeddings: EmbeddingsService;
  readonly now: () => number;
  /** Milliseconds; see `holdLease`. */
  readonly leaseDuration: number;
}

/** How a building is run. */
export interface RunBuildOptions {
  readonly signal: AbortSignal;
  readonly retryFailed: boolean;
  /** Hears of each change, with the function that says how it stands. */
  readonly onProgress: (progress: () => BuildProgress) => void;
}

// Files under way at once: some are read or cut ahead while others are embedded or written.
const lanes = 4;

/**
 * Builds what is missing or stale. Reading, cutting, embedding and writing of several files overlap; each file is written
 * whole or not at all. Without anything to do it takes no lease and reads no file.
 */
export async function runBuild(
  parts: BuildParts,
  content: BaseContent,
  options: RunBuildOptions,
): Promise<BuildReport> {
  const { index, embeddings, now } = parts;
  const { signal, retryFailed } = options;
  const choice = content.document.embeddings ?? 'default';
  const settings = indexSettings(content.document, (await embeddings.describe(choice)).identity);
  const first = await planNow(index, content.sources, settings, retryFailed);
  signal.throwIfAborted();
  if (!first.hasWork) return reportOf(first.plan, 0);
  options.onProgress(trackProgress(first.plan.read.length, now, () => undefined).progress);
  for (;;) {
    const lease = await holdLease(index, randomUUID(), { now, duration: parts.leaseDuration, signal });
    try {
      const either = AbortSignal.any([signal, lease.lost]);
      return await buildHeld(parts, content, settings, { ...options, signal: either });
    } catch (error) {
      if (!lease.lost.aborted || signal.aborted) throw error;
    } finally {
      await lease.release().catch(() => undefined); // it ends by itself
    }
  }
}

/** Builds while the lease is held. What another process has built meanwhile is built. */
async function buildHeld(
  parts: BuildParts,
  { document, sources }: BaseContent,
  settings: IndexSettings,
  options: RunBuildOptions,
): Promise<BuildReport> {
  const { index, file, embeddings } = parts;
  const current = await planNow(index, sources, settings, options.retryFailed);
  const { plan, indexed, isAnew, keepsDocuments } = current;
  const model = await embeddings.open(document.embeddings ?? 'default', options.signal);
  const shelf = keepsDocuments ? await shelveDocuments(index, file, indexed, options.signal) : emptyShelf;
  try {
    if (isAnew) await index.prepare(settings);
    if (plan.remove.length > 0) await index.remove(plan.remove);
    const failed = await buildFiles({ ...parts, model, shelf, passages: document.passages }, plan.read, options);
    return reportOf(plan, failed);
  } finally {
    await shelf.clear();
  }
}

function reportOf({ read, remove, unchanged }: BuildPlan, failed: number): BuildReport {
  return { read: read.length, failed, removed: remove.length, unchanged };
}

/** Returns how many files failed. The first error that is no file's own stops everything. */
async function buildFiles(
  parts: FileParts,
  planned: readonly PlannedFile[],
  options: RunBuildOptions,
): Promise<number> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const tracker = trackProgress(planned.length, parts.now, () => options.onProgress(tracker.progress));
  const files = planned.values();
  let failed = 0;
  const work = async (): Promise<void> => {
    for (const file of files) {
      signal.throwIfAborted();
      if (!(await buildFile(parts, file, tracker.begin(file.source.source), signal))) failed += 1;
    }
  };
  const stopping = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      stop.abort(error);
    }
  };
  await Promise.all(Array.from({ length: lanes }, stopping));
  signal.throwIfAborted();
  return failed;
}
