import type { BaseRetriever } from '@langchain/core/retrievers';
import type { KnowledgeBase, SearchOptions } from '../knowledge/knowledge-base.ts';

/** A knowledge base as LangChain's retriever: `invoke(query)` gives its documents. Loads LangChain when first used. */
export async function toRetriever(
  base: Pick<KnowledgeBase, 'search'>,
  options: SearchOptions = {},
): Promise<BaseRetriever> {
  const [{ BaseRetriever }, { Document }] = await Promise.all([
    import('@langchain/core/retrievers'),
    import('@langchain/core/documents'),
  ]);
  class KnowledgeRetriever extends BaseRetriever {
    readonly lc_namespace = ['jacquard', 'knowledge'];

    override async _getRelevantDocuments(query: string) {
      const { passages } = await base.search(query, options);
      return passages.map(
        ({ pageContent, metadata, id }) => new Document({ pageContent, metadata, ...(id !== undefined && { id }) }),
      );
    }
  }
  return new KnowledgeRetriever();
}
