import type { FetchableModel, HubPlace } from '../fetchable-model.ts';
import { reckonSize } from './reckon-size.ts';

/** A model that Jacquard knows by name, with what its publisher recommends for drawing tokens. */
export interface CatalogModel extends FetchableModel {
  readonly temperature: number;
  readonly topP: number;
  /** Left out by most: then the top 40. */
  readonly topK?: number | undefined;
  /** How much less likely a token of the last sentences becomes: 1 is not at all. Small models go round in circles without. */
  readonly repeatPenalty: number;
}

/** What an entry of the catalog says; the rest follows from it. */
export interface CatalogFacts extends Omit<FetchableModel, 'size' | 'isSizeAbout' | 'huggingFace'> {
  /** Weights in the file, by which the size of the file is reckoned until its source states it. */
  readonly weights: number;
  readonly repository: string;
  readonly temperature?: number;
  readonly topP?: number;
  readonly topK?: number;
  readonly repeatPenalty?: number;
}

/** Makes an entry. No checksum and no exact size stands in it: both come from the repository's metadata with the download. */
export function catalogModel(facts: CatalogFacts): CatalogModel {
  const { weights, repository, temperature = 0.7, topP = 0.95, repeatPenalty = 1, ...rest } = facts;
  const huggingFace: HubPlace = { repository, quantisation: facts.quantisation };
  const size = reckonSize(weights, facts.quantisation);
  return { ...rest, huggingFace, size, isSizeAbout: true, temperature, topP, repeatPenalty };
}
