import type { ProblemData } from '@jacquard/flow';
import type { GgufDescription } from '../gguf/gguf-description.ts';

/** A quantisation that a repository offers, and how to ask for it. */
export interface QuantisationChoice {
  readonly quantisation: string;
  readonly source: string;
  readonly size: number;
}

/** What a person sees of a model before it is fetched: read off the file itself and off its source's metadata. */
export interface ModelPreview extends Omit<GgufDescription, 'isForEmbeddings'> {
  /** What is handed on to add it. */
  readonly source: string;
  /** What its id will be. */
  readonly id: string;
  readonly name: string;
  /** Bytes of all its files. */
  readonly size: number;
  readonly parts: number;
  /** The source states a SHA-256, against which the file will be checked. */
  readonly hasChecksum: boolean;
  /** Smallest first; one, where there is nothing to choose. */
  readonly choices: readonly QuantisationChoice[];
  /** Why it can't be used here, where it can't: then it isn't fetched. */
  readonly refusal?: ProblemData;
  /** It is here already, or on its way, under that id. */
  readonly existing?: string;
}
