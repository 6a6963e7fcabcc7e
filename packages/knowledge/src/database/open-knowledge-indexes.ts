import type { KnowledgeLog } from '../create-knowledge.ts';
import type { FileEntry, KnowledgeIndex } from '../interfaces.ts';
import { createIndexHost, type IndexHost } from './index-host.ts';
import type { WrittenEntry } from './write-index.ts';

/** Indexes of the process, all read and written in one worker. */
export interface KnowledgeIndexes {
  /** The index in a file; it and its folder are made when they are first used. The same file gives one index. */
  open(file: string): KnowledgeIndex;
  close(): Promise<void>;
}

/**
 * Knowledge bases' indexes: SQLite with FTS5 and sqlite-vec. Calls reject with `knowledge-disk-full` (what was there stays),
 * `knowledge-index-busy`, `knowledge-not-writable`, `knowledge-index-failed`, and `knowledge-index-damaged`: then the
 * file was put aside, said in the log, and the index is empty.
 */
export function openKnowledgeIndexes({ log }: { readonly log: KnowledgeLog }): KnowledgeIndexes {
  const host = createIndexHost(log);
  return { open: (file) => openIndex(host, file), close: () => host.close() };
}

function openIndex(host: IndexHost, file: string): KnowledgeIndex {
  return {
    files: () => host.call(file, 'files', []),
    settings: () => host.call(file, 'settings', []),
    prepare: (settings) => host.call(file, 'prepare', [settings]),
    replace: (entry) => host.call(file, 'replace', [packVectors(entry)]),
    touch: (source, stamp, modified) => host.call(file, 'touch', [source, stamp, modified]),
    remove: (sources) => host.call(file, 'remove', [sources]),
    revision: () => host.call(file, 'revision', []),
    lease: (owner, until, now) => host.call(file, 'lease', [owner, until, now]),
    release: (owner) => host.call(file, 'release', [owner]),
    documents: (source) => host.call(file, 'documents', [source]),
    passagesOf: (source) => host.call(file, 'passagesOf', [source]),
    counts: () => host.call(file, 'counts', []),
    async search(question, { embeddings, base, signal, history, ...options }) {
      const task = {
        question,
        history,
        mode: options.mode ?? 'hybrid',
        hasEmbeddings: embeddings !== undefined,
        knownLanguages: embeddings?.languages,
      };
      const { hasVectors, ...plan } = await host.call(file, 'plan', [task], signal);
      const isByMeaning = plan.meaning === 'used' && hasVectors && embeddings !== undefined;
      const vector = isByMeaning ? Float32Array.from(await embeddings.embedQuery(plan.query, signal)) : undefined;
      return await host.call(file, 'search', [{ plan, options, vector, base }], signal);
    },
    close: () => host.call(file, 'close', []),
    delete: () => host.call(file, 'delete', []),
  };
}

/** One array of numbers crosses to the worker faster than many lists. */
function packVectors({ vectors, ...entry }: FileEntry): WrittenEntry {
  const dimensions = vectors.find((vector) => vector !== undefined)?.length ?? 0;
  const packed = new Float32Array(vectors.length * dimensions);
  for (const [at, vector] of vectors.entries()) if (vector) packed.set(vector, at * dimensions);
  return { ...entry, vectors: packed, dimensions, hasVector: vectors.map((vector) => vector !== undefined) };
}
