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
  /** It was made to give vectors for texts, not to write. */
  readonly isForEmbeddings?: boolean;
  readonly state: 'installed' | 'downloading' | 'absent' | 'failed';
  readonly done?: number;
  readonly error?: ProblemData;
}
