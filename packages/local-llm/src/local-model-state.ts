import type { ProblemData, Words } from '@jacquard/flow';

/** A local model and how far its file has come: an item of the models page. Sizes in bytes. */
export interface LocalModelState {
  readonly id: string;
  readonly name: string;
  readonly description: Words;
  readonly size: number;
  readonly parameters: string;
  readonly contextTokens: number;
  readonly languages: string[];
  readonly licence: string;
  /** Bytes that it takes in memory with the smallest context. Absent for a file that doesn't say. */
  readonly memory?: number;
  /** How its weights are packed: `Q4_K_M`. */
  readonly quantisation?: string;
  /** A file that the user put into the models folder. */
  readonly isOwn?: boolean;
  /** It was made to give vectors for texts, not to write. */
  readonly isForEmbeddings?: boolean;
  readonly state: 'installed' | 'downloading' | 'absent' | 'failed';
  readonly done?: number;
  /** While absent: bytes that an earlier download left, which the next one goes on from. */
  readonly partial?: number;
  readonly error?: ProblemData;
}
