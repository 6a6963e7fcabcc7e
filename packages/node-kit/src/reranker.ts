import type { JsonValue } from '@jacquard/flow';
import type { HearUsage } from './knowledge/embeddings-model.ts';

/** A model that says how well a passage answers a question (a cross-encoder). Errors are `Problem`s: `model-not-for-ranking`. */
export interface Reranker {
  /** What its scores stand on: weights' SHA-256. */
  readonly identity: JsonValue;
  /** Shown to people. */
  readonly name: string;
  /** Where texts go: `local`, or the origin. */
  readonly location: string;
  /** Languages that it knows (ISO 639-1); undefined where nobody knows. */
  readonly languages: readonly string[] | undefined;
  /** A score from 0 to 1 for each passage, in order. */
  rank(
    query: string,
    passages: readonly string[],
    options?: {
      readonly run?: string | undefined;
      readonly signal?: AbortSignal | undefined;
      readonly onUsage?: HearUsage | undefined;
    },
  ): Promise<number[]>;
}
