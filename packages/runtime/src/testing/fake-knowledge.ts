import { readFile } from 'node:fs/promises';
import { Problem } from '@jacquard/flow';
import type { Base, BaseContent, BaseFile, BaseStatus, Knowledge, SourceFile } from '@jacquard/knowledge';

const embeddings = { name: 'Fake', location: 'local', languages: ['en'] };

/** Knowledge whose reading is reading text: what it was asked to do, and in which order, can be looked at. */
export interface FakeKnowledge extends Knowledge {
  /** `build key`, `cancel key`, `remove key`, `read source`. */
  readonly calls: string[];
  /** Buildings wait for this. */
  gate: Promise<void>;
}

export function createFakeKnowledge(): FakeKnowledge {
  const calls: string[] = [];
  const bases = new Map<string, Base>();
  const listeners = new Set<(key: string) => void>();
  const tell = (key: string): void => listeners.forEach((listener) => listener(key));
  const fake: FakeKnowledge = {
    calls,
    gate: Promise.resolve(),
    base(key, id) {
      const known = bases.get(key) ?? fakeBase(key, id, fake, tell);
      bases.set(key, known);
      return known;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async readFiles(files) {
      const texts = await Promise.all(files.map(({ path }) => readFile(path, 'utf8')));
      calls.push(...files.map(({ source }) => `read ${source}`));
      return { documents: texts.map((text, index) => asDocument(files[index]?.source ?? '', text)), unread: [] };
    },
    split: async () => [],
    searchPassages: () => Promise.reject(new Problem('knowledge-empty', { name: '' })),
    close: async () => void calls.push('close'),
  };
  return fake;
}

function asDocument(source: string, text: string): Awaited<ReturnType<Knowledge['readFiles']>>['documents'][number] {
  const metadata = { document: '0', source, mediaType: 'text/plain', language: 'en', blocks: [], warnings: [] };
  return { pageContent: text, metadata };
}

function fakeBase(key: string, id: string, fake: FakeKnowledge, tell: (key: string) => void): Base {
  let read = new Map<string, { readonly stamp: string; readonly text: string }>();
  let building: Promise<void> | undefined;
  let cancel: ((problem: Problem) => void) | undefined;
  const isStale = (file: SourceFile): boolean => read.get(file.source)?.stamp !== file.stamp;
  const build = async ({ sources }: BaseContent): Promise<void> => {
    const stopped = Promise.withResolvers<never>();
    cancel = stopped.reject;
    await Promise.race([fake.gate, stopped.promise]);
    const texts = await Promise.all(sources.map(({ path }) => readFile(path, 'utf8')));
    read = new Map(sources.map(({ source, stamp }, index) => [source, { stamp, text: texts[index] ?? '' }]));
  };
  const status = ({ sources }: BaseContent): BaseStatus => ({
    state: building ? 'building' : sources.some(isStale) || read.size !== sources.length ? 'stale' : 'ready',
    documents: read.size,
    failed: 0,
    passages: read.size,
    languages: ['en'],
    embeddings,
    updatedAt: 0,
  });
  return {
    status: async (content) => status(content),
    files: async ({ sources }) => sources.map((file) => asFile(file, isStale(file))),
    async build(content, options = {}) {
      options.signal?.throwIfAborted();
      if (building === undefined && status(content).state === 'stale') {
        fake.calls.push(`build ${key}`);
        building = build(content).finally(() => {
          building = undefined;
          tell(key);
        });
        tell(key);
      }
      const gone = Promise.withResolvers<never>();
      options.signal?.addEventListener('abort', () => gone.reject(options.signal?.reason));
      await Promise.race([building, gone.promise]);
      return { read: read.size, failed: 0, removed: 0, unchanged: 0 };
    },
    cancel() {
      fake.calls.push(`cancel ${key}`);
      cancel?.(new Problem('knowledge-build-cancelled'));
    },
    identity: async () => ({ id, revision: [...read.values()].map(({ text }) => text).join('|') }),
    async documents(source) {
      const known = read.get(source);
      return known && [asDocument(source, known.text)];
    },
    passages: async () => [],
    search: () => Promise.reject(new Problem('knowledge-empty', { name: id })),
    asKnowledgeBase: () => Promise.reject(new Problem('knowledge-empty', { name: id })),
    remove: async () => void fake.calls.push(`remove ${key}`),
  };
}

function asFile({ source, size, modified }: SourceFile, isWaiting: boolean): BaseFile {
  const state = isWaiting ? 'waiting' : 'ready';
  const about = { source, size, modified, state, mediaType: 'text/plain', passages: 1, languages: ['en'] } as const;
  return { ...about, warnings: [], unread: [] };
}
