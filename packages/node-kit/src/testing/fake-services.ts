import { createHash } from 'node:crypto';
import { Problem, type FileValue, type Message } from '@jacquard/flow';
import type { ChatModel } from '../chat-model.ts';
import type { KnowledgeService } from '../knowledge/knowledge-service.ts';
import type { SandboxService } from '../sandbox-service.ts';
import type { ChatModelSettings, FetchOptions, SecretHandle, Services } from '../services.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { createRecording, type Recording } from '../recordings/recording.ts';
import { fakeChatModel } from './fake-chat-model.ts';
import { fakeEmbeddings } from './fake-embeddings.ts';
import { fakeReranker } from './fake-reranker.ts';
import { asFakePassage, fakeKnowledgeBase, fakePassage, noKnowledge, searchFakePassages } from './fake-knowledge.ts';

export interface FakeServicesOptions {
  /** Answers a request; without it every request is refused (`network-refused`). */
  readonly answer?: (url: string, options: FetchOptions) => Response | Promise<Response>;
  readonly history?: readonly Message[];
  /** Models by name. Without it, every name is a fake model that answers with its name. */
  readonly models?: Readonly<Record<string, ChatModel>>;
  /** Knowledge bases by id. Without it, every id is an empty base. */
  readonly knowledge?: Readonly<Record<string, KnowledgeBase>>;
  /** Recordings by name, kept between services that are given the same. Without it, every name is an empty one of their own. */
  readonly recordings?: Map<string, Recording>;
  /** Where code runs. Without it, none does (`sandbox-unavailable`). */
  readonly sandbox?: SandboxService;
  readonly provider?: { readonly baseUrl: string; readonly secret: SecretHandle | undefined };
}

/** Services that remember what they were asked for. */
export interface FakeServices extends Services {
  /** Requests that were made, in order. */
  readonly requests: readonly { readonly url: string; readonly options: FetchOptions }[];
  /** Models that were asked for, in order. */
  readonly modelRequests: readonly { readonly name: string; readonly settings: ChatModelSettings }[];
  /** Stores a file. */
  store(name: string, content: string | Uint8Array, mediaType?: string): FileValue;
}

/** Services in memory, with nothing behind them but what a test gives. */
export function fakeServices(given: FakeServicesOptions = {}): FakeServices {
  const files = new Map<string, Uint8Array>();
  const requests: { url: string; options: FetchOptions }[] = [];
  const modelRequests: { name: string; settings: ChatModelSettings }[] = [];
  const store: FakeServices['store'] = (name, content, mediaType = 'text/plain') => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const file = createHash('sha256').update(bytes).digest('hex');
    files.set(file, bytes);
    return { file, name, mediaType, size: bytes.byteLength };
  };
  return {
    requests,
    modelRequests,
    store,
    async fetch(url, options = {}) {
      requests.push({ url, options });
      options.signal?.throwIfAborted();
      if (!given.answer) throw new Problem('network-refused', { host: new URL(url).host, why: 'network-off' });
      return given.answer(url, options);
    },
    models: {
      async chat(name, settings) {
        modelRequests.push({ name, settings });
        const model = given.models ? given.models[name] : fakeChatModel({ replies: [name] });
        if (!model) throw new Problem('model-unavailable', { model: name });
        return model;
      },
      reranker: async () => fakeReranker(),
      identify: async (name) => ({ id: name, sha256: createHash('sha256').update(name).digest('hex') }),
    },
    files: {
      async read(file, signal) {
        signal?.throwIfAborted();
        const bytes = files.get(file.file);
        if (!bytes) throw new Problem('file-not-found', { name: file.name });
        return bytes;
      },
      write: async (bytes, { name, mediaType }) => store(name, bytes, mediaType),
    },
    embeddings: {
      open: async () => fakeEmbeddings(),
      describe: async () => fakeEmbeddings(),
    },
    knowledge: fakeKnowledge(given, files),
    recordings: fakeRecordings(given.recordings),
    sessions: {
      async history(signal) {
        signal?.throwIfAborted();
        return given.history ?? [];
      },
    },
    sandbox: given.sandbox ?? noSandbox,
    providers: { find: () => given.provider ?? { baseUrl: 'https://api.openai.com/v1', secret: undefined } },
  };
}

function fakeRecordings(recordings = new Map<string, Recording>()): Services['recordings'] {
  return {
    async open(name) {
      const recording = recordings.get(name) ?? createRecording(name, { model: undefined, entries: [] });
      recordings.set(name, recording);
      return recording;
    },
    identify: async (name) => {
      const recording = recordings.get(name);
      return recording && createHash('sha256').update(JSON.stringify(recording.content)).digest('hex');
    },
  };
}

/** Reads files as plain text, and cuts documents at blank lines. */
function fakeKnowledge(given: FakeServicesOptions, files: ReadonlyMap<string, Uint8Array>): KnowledgeService {
  const found = (id: string): KnowledgeBase =>
    given.knowledge ? (given.knowledge[id] ?? noKnowledge(id)) : fakeKnowledgeBase({});
  return {
    open: async (id) => found(id),
    identify: async (id) => found(id).identity,
    read: async (given) => ({
      documents: given.map(({ file, name, mediaType }) => ({
        pageContent: new TextDecoder().decode(files.get(file) ?? new Uint8Array()),
        metadata: { document: file, source: name, mediaType, language: 'en', blocks: [], warnings: [] },
      })),
      unread: [],
    }),
    split: async (documents) =>
      documents.flatMap(({ pageContent }) =>
        pageContent.split(/\n{2,}/u).map((text, position) => fakePassage('document', text, position)),
      ),
    searchPassages: async (passages, query, options) => searchFakePassages(passages.map(asFakePassage), query, options),
  };
}

const noSandbox: SandboxService = {
  run: () => Promise.reject(new Problem('sandbox-unavailable')),
  runTests: () => Promise.reject(new Problem('sandbox-unavailable')),
};
