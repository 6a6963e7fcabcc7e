import type { Passage } from '@jacquard/flow';
import type { EmbeddingsModel } from '@jacquard/node-kit';
import type { FileEntry } from '../interfaces.ts';
import { textForEmbedding } from '../passages/text-for-embedding.ts';

// As many as a service takes at once; two such parts are under way, so that neither side waits for the other.
const partSize = 32;
const partsAtOnce = 2;

/**
 * Vectors of passages whose language the embeddings know, in order; undefined for the others. `onDone` hears how many
 * passages are done, as they come.
 */
export async function embedPassages(
  passages: readonly Passage[],
  embeddings: EmbeddingsModel,
  { signal, onDone }: { readonly signal: AbortSignal; readonly onDone: (passages: number) => void },
): Promise<FileEntry['vectors']> {
  const { languages } = embeddings;
  const known = [...passages.keys()].filter((at) => languages?.includes(passages[at]?.metadata.language ?? '') ?? true);
  const vectors: (readonly number[] | undefined)[] = passages.map(() => undefined);
  let next = 0;
  let done = passages.length - known.length;
  const embedParts = async (): Promise<void> => {
    for (let from = next; from < known.length; from = next) {
      next += partSize;
      const part = known.slice(from, from + partSize);
      const texts = part.map((at) => passages[at]).flatMap((passage) => (passage ? [textForEmbedding(passage)] : []));
      const rows = await embeddings.embedDocuments(texts, signal);
      for (const [index, at] of part.entries()) vectors[at] = rows[index];
      done += part.length;
      onDone(done);
    }
  };
  onDone(done);
  await Promise.all(Array.from({ length: partsAtOnce }, embedParts));
  return vectors;
}
