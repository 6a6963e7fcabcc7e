import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import { openBase, type OpenBase } from './base/open-base.ts';
import type { Knowledge, KnowledgeOptions } from './create-knowledge.ts';
import type { KnowledgeIndexes } from './database/open-knowledge-indexes.ts';
import type { ReadingHost } from './interfaces.ts';
import type { Splitter } from './passages/create-splitter.ts';

/** The processes and threads of knowledge; tests put their own. */
export interface KnowledgeParts {
  readonly reading: ReadingHost;
  readonly indexes: KnowledgeIndexes;
  readonly splitter: Splitter;
  readonly searchPassages: Knowledge['searchPassages'];
  /** Milliseconds; see `holdLease`. */
  readonly leaseDuration: number;
}

/** {@link Knowledge} over given parts, which it closes. */
export function openKnowledge(options: KnowledgeOptions, parts: KnowledgeParts): Knowledge {
  const { indexFolder, embeddings, log, now = Date.now } = options;
  const { reading, indexes, splitter, leaseDuration } = parts;
  const bases = new Map<string, OpenBase>();
  const listeners = new Set<(key: string) => void>();

  const open = (key: string, id: string): OpenBase => {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(key))
      throw new Problem('knowledge-not-found', { id: key }, { kind: 'bug' });
    const file = join(indexFolder, `${key}.knowledge.db`);
    const onChange = (): void => {
      for (const listener of listeners) listener(key);
    };
    const index = indexes.open(file);
    return openBase({ id, file, log, onChange, index, reading, splitter, embeddings, now, leaseDuration });
  };

  return {
    base(key, id) {
      const base = bases.get(key) ?? open(key, id);
      bases.set(key, base);
      return base;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async readFiles(files, signal) {
      const read = await Promise.all(files.map((file) => readFile(reading, file, signal)));
      return {
        documents: read.flatMap(({ documents }) => documents),
        unread: read.flatMap(({ unread }) => unread),
      };
    },
    split: (documents, settings, signal) => splitter.split(documents, settings, signal),
    searchPassages: parts.searchPassages,
    async close() {
      await Promise.all([...bases.values()].map((base) => base.close()));
      await Promise.all([reading.close(), splitter.close(), indexes.close()]);
    },
  };
}

async function readFile(
  reading: ReadingHost,
  file: Parameters<ReadingHost['read']>[0],
  signal: AbortSignal | undefined,
): ReturnType<ReadingHost['read']> {
  try {
    return await reading.read(file, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    if (!Problem.is(error)) throw error;
    const { code, params } = error;
    return { documents: [], unread: [{ source: file.source, problem: { code, params } }] };
  }
}
