import type { EmbeddingsModel } from '@jacquard/node-kit';
import { batchTexts } from './batch-texts.ts';
import type { BatchQueue } from './batch-queue.ts';
import { cutText } from './cut-text.ts';
import { englishWeightsHash } from './english-weights.ts';

/** What the English embeddings are called. */
export const englishName = 'Universal Sentence Encoder (lite)';

const dimensions = 512;
// The cost of a text grows with the square of its length, and what matters mostly stands early.
const longestText = 4_000;
// Larger batches are no faster, and a question waits for at most two of them.
const batch = { texts: 8, characters: 3_200 };

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
    const batches = batchTexts(
      cut.filter((text) => text !== ''),
      batch,
    );
    const answers = await allOrAbort(
      batches.map((some) => (own) => queue.embed(some, { urgent, signal: own })),
      signal,
    );
    const rows = answers.flatMap(rowsOf);
    let next = 0;
    return cut.map((text) => (text === '' ? noMeaning() : (rows[next++] ?? noMeaning())));
  };
  return {
    ...(await describeEnglish()),
    embedDocuments: (texts, signal) => embed(texts, false, signal),
    embedQuery: async (text, signal) => (await embed([text], true, signal))[0] ?? noMeaning(),
  };
}

/** All at once; the first that fails takes the others back, so that none is computed for nobody. */
async function allOrAbort<Answer>(
  starts: readonly ((signal: AbortSignal) => Promise<Answer>)[],
  signal: AbortSignal | undefined,
): Promise<Answer[]> {
  const own = new AbortController();
  const both = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
  try {
    return await Promise.all(starts.map((start) => start(both)));
  } catch (error) {
    own.abort(error);
    throw error;
  }
}

function rowsOf(vectors: Float32Array): number[][] {
  const rows: number[][] = [];
  for (let start = 0; start < vectors.length; start += dimensions) {
    rows.push([...vectors.subarray(start, start + dimensions)]);
  }
  return rows;
}

function noMeaning(): number[] {
  return Array.from({ length: dimensions }, () => 0);
}
