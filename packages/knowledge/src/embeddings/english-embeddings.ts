import type { EmbeddingsModel } from '@jacquard/node-kit';
import type { BatchQueue } from './batch-queue.ts';
import { cutText } from './cut-text.ts';
import { englishWeightsHash } from './english-weights.ts';

/** What the English embeddings are called. */
export const englishName = 'Universal Sentence Encoder (lite)';

const dimensions = 512;
// The cost of a text grows with the square of its length, and what matters mostly stands early.
const longestText = 4_000;

/** What is known of the English embeddings without loading them. */
export async function describeEnglish(): Promise<
  Pick<EmbeddingsModel, 'identity' | 'name' | 'location' | 'languages'>
> {
  return { identity: { sha256: await englishWeightsHash() }, name: englishName, location: 'local', languages: ['en'] };
}

/**
 * The embeddings that work at once: English, 512 dimensions, in a thread of their own, without network. A text beyond 4,000
 * characters counts by its beginning; one without a word has a vector of zeros.
 */
export async function englishEmbeddings(queue: BatchQueue): Promise<EmbeddingsModel> {
  const embed = async (texts: readonly string[], urgent: boolean, signal?: AbortSignal): Promise<number[][]> => {
    const cut = texts.map((text) => cutText(text.trim(), longestText));
    const written = cut.filter((text) => text !== '');
    const vectors = (await queue.embed(written, { urgent, signal })).values();
    return cut.map((text) => [...((text === '' ? undefined : vectors.next().value) ?? new Float32Array(dimensions))]);
  };
  return {
    ...(await describeEnglish()),
    embedDocuments: (texts, signal) => embed(texts, false, signal),
    embedQuery: async (text, signal) => (await embed([text], true, signal))[0] ?? [],
  };
}
