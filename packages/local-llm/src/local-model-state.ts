import type { ProblemData, Words } from '@jacquard/flow';
import type { ModelKind } from './gguf/gguf-description.ts';

/** A local model and how far its file has come: an item of the models page. Sizes in bytes. */
export interface LocalModelState {
  readonly id: string;
  readonly name: string;
  readonly description: Words;
  readonly kind: ModelKind;
  /** 0 where nobody knows it yet. */
  readonly size: number;
  /** `size` is reckoned from the parameters: its source, once asked, says the very one. */
  readonly isSizeAbout?: boolean;
  readonly parameters: string;
  readonly contextTokens: number;
  readonly languages: string[];
  /** SPDX identifier, else the licence's name. */
  readonly licence: string;
  /** What a person should know of a licence that isn't a free one. */
  readonly licenceNote?: Words;
  /** Its repository on Hugging Face, where it offers other quantisations, too. */
  readonly repository?: string;
  /** A person added it, from there: `hf:owner/repository/file.gguf`, an address, or a file's name. */
  readonly addedFrom?: string;
  /** It has no chat template: it goes on with texts, and knows no messages. */
  readonly isWithoutTemplate?: boolean;
  /** GB of memory of the smallest usual machine that has room for it beside all else. */
  readonly memoryClass?: number;
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
