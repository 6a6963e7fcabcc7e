import { Problem } from '@jacquard/flow';
import type { PreferenceStore, Space } from '@jacquard/stores';

/** The model that is there from the first start. */
export const starterModel = 'smollm2-135m';

const preferenceKey = 'default-model';
/** Milliseconds after which a choice made in another process counts here. */
const staleTime = 1_000;

/** What `"model": "default"` stands for. */
export interface DefaultModel {
  /** `configured` (`JACQUARD_MODEL`), else the model that a person chose, else the starter. */
  get(): Promise<string>;
  /** Throws `model-of-environment` while `JACQUARD_MODEL` decides. */
  choose(id: string): Promise<void>;
  /** A model is gone: if it was chosen, the starter is the default again. */
  forget(id: string): Promise<void>;
}

/** See {@link DefaultModel}. */
export function createDefaultModel(
  preferences: PreferenceStore,
  space: Space,
  configured: string | undefined,
): DefaultModel {
  let known: { readonly model: string; readonly until: number } | undefined;
  return {
    async get() {
      if (configured !== undefined) return configured;
      if (known !== undefined && known.until > performance.now()) return known.model;
      const chosen = await preferences.get(space, preferenceKey);
      const model = typeof chosen === 'string' ? chosen : starterModel;
      known = { model, until: performance.now() + staleTime };
      return model;
    },
    async choose(id) {
      if (configured !== undefined) throw new Problem('model-of-environment', { model: configured });
      await preferences.set(space, preferenceKey, id);
      known = undefined;
    },
    async forget(id) {
      if (id === starterModel || (await preferences.get(space, preferenceKey)) !== id) return;
      await preferences.delete(space, preferenceKey);
      known = undefined;
    },
  };
}
