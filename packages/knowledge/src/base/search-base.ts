import { jsonEquals, Problem, type KnowledgeDocument } from '@jacquard/flow';
import type { EmbeddingsModel, EmbeddingsService, SearchOptions, SearchResult } from '@jacquard/node-kit';
import type { KnowledgeLog } from '../create-knowledge.ts';
import type { KnowledgeIndex } from '../interfaces.ts';

/** What is searched, and with what. */
export interface SearchParts {
  readonly id: string;
  readonly index: KnowledgeIndex;
  readonly embeddings: EmbeddingsService;
  readonly log: KnowledgeLog;
}

/**
 * Searches a base by the embeddings that it was built with. Where they can't be had now, words alone are searched, and the
 * report says so; if meaning alone was asked for, it rejects with their problem. Throws `knowledge-empty`.
 */
export async function searchBase(
  parts: SearchParts,
  document: KnowledgeDocument,
  query: string,
  { onUsage, ...options }: SearchOptions = {},
): Promise<SearchResult> {
  const { id, index, log } = parts;
  const base = { id, name: document.name ?? id };
  if ((await index.counts()).passages === 0) throw new Problem('knowledge-empty', { name: base.name });
  const search = (embeddings: EmbeddingsModel | undefined): Promise<SearchResult> =>
    index.search(query, { ...options, embeddings, base });
  if (options.mode === 'keyword') return search(undefined);
  try {
    return await search(markFailures(await openEmbeddings(parts, document, options.signal), onUsage));
  } catch (error) {
    options.signal?.throwIfAborted();
    if (options.mode === 'dense' || !(error instanceof MeaningFailure)) throw causeOf(error);
    log.warn({ base: id, reason: String(error.cause) }, 'the meaning of a question could not be had: searching words');
    return search(undefined);
  }
}

/** Tells what went wrong with embeddings from all else. */
class MeaningFailure extends Error {}

function causeOf(error: unknown): unknown {
  return error instanceof MeaningFailure ? error.cause : error;
}

async function openEmbeddings(
  { index, embeddings }: SearchParts,
  document: KnowledgeDocument,
  signal: AbortSignal | undefined,
): Promise<EmbeddingsModel> {
  try {
    const model = await embeddings.open(document.embeddings ?? 'default', signal);
    const built = await index.settings();
    if (built && jsonEquals(built.embeddings, model.identity)) return model;
    throw new Problem('embeddings-unavailable', { name: model.name, reason: 'knowledge-built-otherwise' });
  } catch (error) {
    throw new MeaningFailure('open', { cause: error });
  }
}

function markFailures(model: EmbeddingsModel, onUsage: SearchOptions['onUsage']): EmbeddingsModel {
  return {
    ...model,
    async embedQuery(text, signal) {
      try {
        return await model.embedQuery(text, signal, onUsage);
      } catch (error) {
        throw new MeaningFailure('embed', { cause: error });
      }
    },
  };
}
