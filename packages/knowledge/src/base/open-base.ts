import { Problem, type KnowledgeDocument } from '@jacquard/flow';
import { toRetriever, type KnowledgeBase } from '@jacquard/node-kit';
import type { Base, KnowledgeLog } from '../create-knowledge.ts';
import type { DocumentProblem, IndexSettings } from '../interfaces.ts';
import { createDigest } from './base-identity.ts';
import type { BaseStatus, BuildProgress, EmbeddingsState } from './base-state.ts';
import { createBuildLine, type RunBuild } from './build-line.ts';
import { describeFiles } from './describe-files.ts';
import { createFilesView } from './files-view.ts';
import { indexSettings } from './index-settings.ts';
import { createPace } from './pace.ts';
import { planNow } from './plan-now.ts';
import { runBuild, type BuildParts } from './run-build.ts';
import { searchBase } from './search-base.ts';

/** What a base is made of. */
export interface BaseParts extends BuildParts {
  readonly id: string;
  readonly log: KnowledgeLog;
  /** Called at most five times a second while it is built. */
  readonly onChange: () => void;
}

/** A base that its owner closes. */
export interface OpenBase extends Base {
  close(): Promise<void>;
}

/** See {@link Base}. */
export function openBase(parts: BaseParts): OpenBase {
  const { id, index, onChange } = parts;
  const digest = createDigest(index);
  const watched = watchBuilds(parts);
  const line = createBuildLine(watched.run);
  const files = createFilesView(index, () => line.progress() !== undefined);
  const close = async (): Promise<void> => {
    await line.cancel();
    await index.close();
  };
  const base: OpenBase = {
    async status(content) {
      const { settings, state: embeddings } = await describeEmbeddings(parts, content.document);
      const view = { files, settings: () => index.settings() };
      const [current, counts] = await Promise.all([planNow(view, content.sources, settings), index.counts()]);
      const progress = line.progress();
      return {
        state: progress ? 'building' : current.hasWork ? 'stale' : 'ready',
        ...(progress && { progress }),
        ...(!progress && { problem: watched.problem() }),
        ...counts,
        failed: current.indexed.filter(({ state }) => state === 'failed').length,
        embeddings,
        updatedAt: current.indexed.reduce((latest, { readAt }) => Math.max(latest, readAt), 0),
      } satisfies BaseStatus;
    },
    async files({ sources }) {
      const atWork = new Set(line.progress()?.reading.map(({ source }) => source));
      return describeFiles(sources, await files(), atWork);
    },
    build: (content, options) => line.build(content, options),
    cancel: () => void line.cancel(),
    identity: async () => ({ id, revision: await digest() }),
    documents: (source) => index.documents(source),
    passages: (source) => index.passagesOf(source),
    search: (document, query, options) => searchBase(parts, document, query, options),
    async asKnowledgeBase(document) {
      const held: KnowledgeBase = {
        identity: await base.identity(),
        id,
        name: document.name ?? id,
        search: (query, options) => searchBase(parts, document, query, options),
        toRetriever: (options) => toRetriever(held, options),
      };
      return held;
    },
    async remove() {
      await line.cancel();
      await index.delete();
      onChange();
    },
    close,
  };
  return base;
}

/** Buildings, their news slowed down to what people can read, and why the last one stopped before its end. */
function watchBuilds(parts: BaseParts): { readonly run: RunBuild; problem(): DocumentProblem | undefined } {
  let problem: DocumentProblem | undefined;
  const run: RunBuild = async (content, { signal, retryFailed, onProgress }) => {
    let progress: (() => BuildProgress) | undefined;
    const pace = createPace(() => {
      if (progress) onProgress(progress());
      parts.onChange();
    }, 200);
    try {
      const report = await runBuild(parts, content, {
        signal,
        retryFailed,
        onProgress(now) {
          progress = now;
          pace.ask();
        },
      });
      problem = undefined;
      return report;
    } catch (error) {
      const why = { base: parts.id, reason: String(error) };
      if (signal.aborted) parts.log.info(why, 'the building of a knowledge base was stopped');
      else parts.log.warn(why, 'the building of a knowledge base failed');
      if (!signal.aborted) problem = problemOf(error);
      throw error;
    } finally {
      pace.finish();
    }
  };
  return { run, problem: () => problem };
}

function problemOf(error: unknown): DocumentProblem {
  const { code, params } = Problem.is(error)
    ? error
    : new Problem('knowledge-thread-failed', { reason: String(error) });
  return { code, params };
}

/** What the base's embeddings are, or why they can't be had. Without them its settings can't be compared. */
async function describeEmbeddings(
  { embeddings }: BaseParts,
  document: KnowledgeDocument,
): Promise<{ settings: IndexSettings | undefined; state: EmbeddingsState }> {
  const choice = document.embeddings ?? 'default';
  try {
    const { identity, name, location, languages } = await embeddings.describe(choice);
    return { settings: indexSettings(document, identity), state: { name, location, languages } };
  } catch (error) {
    const name = typeof choice === 'string' ? choice : choice.model;
    return { settings: undefined, state: { name, location: 'local', languages: undefined, problem: problemOf(error) } };
  }
}
