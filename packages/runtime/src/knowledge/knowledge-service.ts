import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { FileValue } from '@jacquard/flow';
import type { Knowledge } from '@jacquard/knowledge';
import type { FileService, KnowledgeService } from '@jacquard/node-kit';
import type { KnowledgeDesk } from './knowledge-desk.ts';

/** What steps of a run do with documents and knowledge bases; `files` are those that the run may read. */
export function createKnowledgeService(
  desk: KnowledgeDesk,
  knowledge: Knowledge,
  files: FileService,
): KnowledgeService {
  return {
    async open(id, signal) {
      const { document } = await desk.ready(id, { signal });
      return desk.indexOf(id).asKnowledgeBase(document);
    },
    async identify(id, signal) {
      await desk.ready(id, { signal });
      return desk.indexOf(id).identity();
    },
    read: (values, signal) => readFiles(knowledge, files, values, signal),
    split: (documents, settings, signal) => knowledge.split(documents, settings, signal),
    searchPassages: (passages, query, options) => knowledge.searchPassages(passages, query, options),
  };
}

/** Reading happens in a process of its own, so the bytes lie in a private folder for its time. */
async function readFiles(
  knowledge: Knowledge,
  files: FileService,
  values: readonly FileValue[],
  signal: AbortSignal | undefined,
): ReturnType<KnowledgeService['read']> {
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-reading-'));
  try {
    const sources = [];
    for (const [index, value] of values.entries()) {
      signal?.throwIfAborted();
      const path = join(folder, `${index}${plainEnding(value.name)}`);
      await writeFile(path, await files.read(value, signal), { mode: 0o600 });
      sources.push({ source: value.name, path, modified: 0 }); // a stored file has no date of its own
    }
    return await knowledge.readFiles(sources, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The ending says the format; nothing else of a name comes near a path. */
function plainEnding(name: string): string {
  const ending = extname(name).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(ending) ? ending : '';
}
