import type { FileValue, Message } from '@jacquard/flow';
import type { ChatModel } from './chat-model.ts';
import type { EmbeddingsService } from './knowledge/embeddings-model.ts';
import type { RecordingService } from './recordings/recording-service.ts';
import type { Reranker } from './reranker.ts';
import type { KnowledgeService } from './knowledge/knowledge-service.ts';
import type { SandboxService } from './sandbox-service.ts';

/**
 * A secret as a node holds it: its name and no text. `Fetch` attaches the text on the way out, and only to the
 * origins that the secret may be sent to.
 */
export interface SecretHandle {
  readonly secret: string;
}

export interface FetchOptions {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Uint8Array | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Sent as `<scheme> <text>` (or the bare text, for an empty scheme) in `header`. */
  readonly secret?: { readonly handle: SecretHandle; readonly header: string; readonly scheme: string } | undefined;
  /** Largest answer taken, in bytes. */
  readonly maxBytes?: number | undefined;
}

/** The guarded way out. Refuses private addresses and what the operator's network policy excludes (`network-refused`). */
export type Fetch = (url: string, options?: FetchOptions) => Promise<Response>;

/** Settings of a chat model that are part of its identity. */
export interface ChatModelSettings {
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly topK?: number | undefined;
  readonly minP?: number | undefined;
  readonly repeatPenalty?: number | undefined;
  readonly maxTokens?: number | undefined;
  readonly contextTokens?: number | undefined;
}

/** Models by name: `default` (the chat model that is chosen), or the id of an installed one. */
export interface ModelService {
  chat(name: string, settings: ChatModelSettings, signal?: AbortSignal): Promise<ChatModel>;
  /** A model that was made to rank passages, by its id. Throws `model-unknown`, `model-not-installed`. */
  reranker(name: string, signal?: AbortSignal): Promise<Reranker>;
  /** What the name stands for now, without loading it: goes into reuse keys. */
  identify(name: string): Promise<{ readonly id: string; readonly sha256: string }>;
}

/** Files of the flow's space. */
export interface FileService {
  read(file: FileValue, signal?: AbortSignal): Promise<Uint8Array>;
  write(bytes: Uint8Array, about: { readonly name: string; readonly mediaType: string }): Promise<FileValue>;
}

/** The conversation that the run belongs to, up to the message before it. Empty outside a session. */
export interface SessionService {
  history(signal?: AbortSignal): Promise<readonly Message[]>;
}

/** Base URL and key of a known provider as the operator configured it (`OPENAI_BASE_URL`, `OPENAI_API_KEY`). */
export interface ProviderService {
  find(provider: 'openai'): { readonly baseUrl: string; readonly secret: SecretHandle | undefined };
}

/** What the runtime lends to nodes. */
export interface Services {
  readonly fetch: Fetch;
  readonly models: ModelService;
  readonly files: FileService;
  readonly sessions: SessionService;
  readonly providers: ProviderService;
  readonly embeddings: EmbeddingsService;
  readonly knowledge: KnowledgeService;
  readonly sandbox: SandboxService;
  readonly recordings: RecordingService;
}
