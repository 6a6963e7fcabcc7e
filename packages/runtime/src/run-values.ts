import type { RunValues } from '@jacquard/executor';
import type { Space, ValueStore } from '@jacquard/stores';

/** The executor's kept and large values over the store of a space. */
export function createRunValues(values: ValueStore, space: Space): RunValues {
  return {
    kept: (keys, runId) => values.kept(space, keys, runId),
    keep: (entries) => values.keep(space, entries),
    share: (from, runId, outputs) => values.share(space, from, runId, outputs),
    put: (runId, value) => values.put(space, runId, value),
    get: (runId, ref) => values.get(space, runId, ref),
  };
}
