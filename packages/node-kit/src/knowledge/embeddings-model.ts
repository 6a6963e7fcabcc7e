import type { JsonValue } from '@jacquard/flow';
import type { ChatUsage } from '../chat-model.ts';

/**
 * Embeddings on a wire: LangChain's `EmbeddingsInterface` (any of its integrations is a few lines of node), with what
 * search must know besides. Vectors have length 1. Errors are `Problem`s: `embeddings-unavailable`, `model-host-died`,
 * `provider-refused`, `network-refused`.
 */
export interface EmbeddingsModel {
  /** What its vectors stand on: weights' SHA-256, or address and model; no secret. Vectors of unequal identity don't compare. */
  readonly identity: JsonValue;
  /** Shown to people. */
  readonly name: string;
  /** Where texts go: `local`, or the origin. */
  readonly location: string;
  /** Languages whose meaning it knows (ISO 639-1); undefined where nobody knows: then it is trusted with all. */
  readonly languages: readonly string[] | undefined;
  /** One vector a text, in order. */
  embedDocuments(texts: string[], signal?: AbortSignal, onUsage?: HearUsage): Promise<number[][]>;
  embedQuery(text: string, signal?: AbortSignal, onUsage?: HearUsage): Promise<number[]>;
}

/** Hears what a call used, part by part, from embeddings that know. Must not throw. */
export type HearUsage = (usage: ChatUsage) => void;

/**
 * Which embeddings: `default` (works at once, no network), the id of a local model, or a service that speaks OpenAI's
 * embeddings API. `secret` is a name.
 */
export type EmbeddingsChoice =
  | string
  | { readonly url: string; readonly model: string; readonly secret?: string | undefined };

/** Embeddings by choice. */
export interface EmbeddingsService {
  /** Loads them. Throws `embeddings-unavailable`. */
  open(choice: EmbeddingsChoice, signal?: AbortSignal): Promise<EmbeddingsModel>;
  /** What `open` would give, without loading it. */
  describe(choice: EmbeddingsChoice): Promise<Pick<EmbeddingsModel, 'identity' | 'name' | 'location' | 'languages'>>;
}
