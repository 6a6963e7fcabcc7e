import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EmbeddingsModel } from '@jacquard/node-kit';

const folder = new URL('../../../node_modules/.cache/jacquard-bench', import.meta.url).pathname;

/** Texts embedded at once between two looks at the clock. */
const batch = 64;

/** The same embeddings, with vectors kept between runs by the hash of their text and the embeddings' identity. */
export function cachedEmbeddings(model: EmbeddingsModel): EmbeddingsModel & { close(): void } {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'vectors.db'));
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 10000');
  database.exec('create table if not exists vectors (key text primary key, vector blob not null) without rowid');
  const find = database.prepare('select vector from vectors where key = ?');
  const keep = database.prepare('insert or ignore into vectors (key, vector) values (?, ?)');
  const keyOf = (text: string): string =>
    createHash('sha256')
      .update(JSON.stringify([model.identity, text]))
      .digest('hex');
  const known = (text: string): number[] | undefined => {
    const bytes = find.get(keyOf(text))?.['vector'];
    if (!(bytes instanceof Uint8Array)) return undefined;
    return [...new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))];
  };
  const embedMissing = async (texts: readonly string[], signal?: AbortSignal): Promise<void> => {
    const missing = [...new Set(texts)].filter((text) => !known(text)).sort((a, b) => a.length - b.length);
    for (let from = 0; from < missing.length; from += batch) {
      const some = missing.slice(from, from + batch);
      const vectors = await model.embedDocuments(some, signal);
      for (const [at, text] of some.entries()) {
        keep.run(keyOf(text), new Uint8Array(Float32Array.from(vectors[at] ?? []).buffer));
      }
      if (missing.length > 1 && from % (batch * 8) === 0)
        process.stderr.write(`embedded ${from} of ${missing.length}\n`);
    }
  };
  return {
    ...model,
    async embedDocuments(texts, signal) {
      await embedMissing(texts, signal);
      return texts.map((text) => known(text) ?? []);
    },
    async embedQuery(text, signal) {
      await embedMissing([text], signal);
      return known(text) ?? [];
    },
    close: () => database.close(),
  };
}
