import { type Knowledge, type KnowledgeIndex, textForEmbedding } from '@jacquard/knowledge';
import type { EmbeddingsModel, ReadDocument } from '@jacquard/node-kit';

/** Cuts documents by the product's default and puts them into an index, with vectors where the embeddings know the language. */
export async function fillIndex(
  index: KnowledgeIndex,
  documents: readonly ReadDocument[],
  knowledge: Knowledge,
  embeddings: EmbeddingsModel,
): Promise<void> {
  for (const document of documents) {
    const { source, mediaType } = document.metadata;
    const passages = await knowledge.split([document]);
    const isKnown = passages.map(({ metadata }) => embeddings.languages?.includes(metadata.language) ?? true);
    const vectors = await embeddings.embedDocuments(passages.filter((_, at) => isKnown[at]).map(textForEmbedding));
    await index.replace({
      file: {
        source,
        stamp: '',
        size: document.pageContent.length,
        modified: 0,
        sha256: document.metadata.document,
        readAt: 0,
        state: 'ready',
        unread: [],
        warnings: [],
        mediaType,
      },
      documents: [document],
      passages,
      vectors: isKnown.map((known) => (known ? vectors.shift() : undefined)),
    });
  }
}
