import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { KnowledgeDocument } from '@jacquard/flow';
import type { EmbeddingsModel, EmbeddingsService } from '@jacquard/node-kit';
import { fakeEmbeddings } from '@jacquard/node-kit/testing';
import type { Knowledge } from '../create-knowledge.ts';
import { openKnowledgeIndexes, type KnowledgeIndexes } from '../database/open-knowledge-indexes.ts';
import type { SourceFile } from '../interfaces.ts';
import { openKnowledge } from '../open-knowledge.ts';
import { createSplitter } from '../passages/create-splitter.ts';
import type { BaseContent } from '../base/base-state.ts';
import { textReading, type TextReading } from './text-reading.ts';

/** Knowledge over a folder of text files, with a real index and fake embeddings. */
export interface TestKnowledge {
  readonly knowledge: Knowledge;
  readonly reading: TextReading;
  readonly indexFolder: string;
  /** Called before each embedding. */
  beforeEmbedding: (texts: readonly string[]) => void | Promise<void>;
  /** Called before each file is written into the index. */
  beforeWriting: (source: string) => void;
  write(source: string, text: string): Promise<void>;
  remove(source: string): Promise<void>;
  /** Changes a file's time and nothing else. */
  touch(source: string): Promise<void>;
  content(document?: Partial<KnowledgeDocument>): Promise<BaseContent>;
  close(): Promise<void>;
}

const silent = { info: () => undefined, warn: () => undefined };
// Threads take a while to start: all tests of a file share them.
const indexes = openKnowledgeIndexes({ log: silent });
const splitter = createSplitter(silent);
const notClosed = { close: async (): Promise<void> => undefined };

/** See {@link TestKnowledge}. `shared`: the folder of another one's indexes. */
export async function openTestKnowledge(shared?: string): Promise<TestKnowledge> {
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-base-'));
  const reading = textReading();
  const indexFolder = shared ?? join(folder, 'index');
  const fake = fakeEmbeddings({ languages: ['en'] });
  const model: EmbeddingsModel = {
    ...fake,
    async embedDocuments(texts, signal) {
      await test.beforeEmbedding(texts);
      return fake.embedDocuments(texts, signal);
    },
  };
  const openWatched: KnowledgeIndexes['open'] = (file) => {
    const index = indexes.open(file);
    return {
      ...index,
      async replace(entry) {
        test.beforeWriting(entry.file.source);
        await index.replace(entry);
      },
    };
  };
  const sources = new Set<string>();
  const pathOf = (source: string): string => join(folder, 'files', source);
  const test: TestKnowledge = {
    reading,
    indexFolder,
    beforeEmbedding: () => undefined,
    beforeWriting: () => undefined,
    knowledge: openKnowledge(
      { indexFolder, embeddings: serviceOf(model), log: silent },
      {
        reading,
        indexes: { ...notClosed, open: openWatched },
        splitter: { ...splitter, ...notClosed },
        searchPassages: () => Promise.reject(new Error('not asked here')),
        leaseDuration: 400,
      },
    ),
    async write(source, text) {
      await mkdir(dirname(pathOf(source)), { recursive: true });
      await writeFile(pathOf(source), text);
      sources.add(source);
    },
    async remove(source) {
      await rm(pathOf(source));
      sources.delete(source);
    },
    touch: (source) => utimes(pathOf(source), new Date(), new Date(Date.now() + 5_000)),
    async content(document = {}) {
      const found = await Promise.all([...sources].map((source) => sourceFile(source, pathOf(source))));
      return { document: { 'jacquard-knowledge': 1, sources: ['*'], ...document }, sources: found };
    },
    async close() {
      await test.knowledge.close();
      await rm(folder, { recursive: true });
    },
  };
  return test;
}

async function sourceFile(source: string, path: string): Promise<SourceFile> {
  const { size, mtimeMs, ino } = await stat(path);
  return { source, path, size, modified: mtimeMs, stamp: `${size} ${mtimeMs} ${ino}` };
}

/** `other` has another identity, `missing` can't be had. */
function serviceOf(model: EmbeddingsModel): EmbeddingsService {
  const find = async (choice: unknown): Promise<EmbeddingsModel> => {
    if (choice === 'missing') throw new Error('not here');
    return choice === 'other' ? { ...model, identity: { fake: 'other' } } : model;
  };
  return { open: find, describe: find };
}
