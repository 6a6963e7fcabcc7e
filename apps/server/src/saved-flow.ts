import type { SavedFlow } from '@jacquard/protocol';
import type { SpaceRuntime } from '@jacquard/runtime';

type StoredFlow = Awaited<ReturnType<SpaceRuntime['flows']['get']>>;

/** A stored flow as the API answers it. */
export function savedFlow({ id, revision, updatedAt, imported, document, broken, reformats }: StoredFlow): SavedFlow {
  return {
    id,
    revision,
    updatedAt,
    imported,
    document,
    ...(reformats === true && { reformats }),
    ...(broken !== undefined && { broken: { ...broken, params: { ...broken.params }, kind: 'user' } }),
  };
}
