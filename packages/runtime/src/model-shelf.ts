import { Problem } from '@jacquard/flow';
import type { LocalModels } from '@jacquard/local-llm';
import type { ModelService } from '@jacquard/node-kit';
import type { ModelState } from '@jacquard/protocol';
import type { PreferenceStore, Space } from '@jacquard/stores';
import { createAbsentModel } from './absent-model.ts';

/** The model that is there from the first start. */
export const starterModel = 'smollm2-135m';
const preferenceKey = 'default-model';
/** Milliseconds after which a choice made in another process counts here. */
const staleTime = 1_000;

function isAbsent(error: unknown): error is Problem {
  return Problem.is(error) && error.code === 'model-not-installed';
}

/** The local models of the machine as one space sees them, with what `"model": "default"` stands for. */
export interface ModelShelf {
  list(): Promise<{ readonly models: readonly ModelState[]; readonly defaultModel: string }>;
  /** `JACQUARD_MODEL`, else the model that a person chose, else the starter. */
  defaultModel(): Promise<string>;
  /** Throws `model-unknown`, or `model-of-environment` while `JACQUARD_MODEL` decides. */
  choose(id: string): Promise<void>;
  /** Begins a download; progress and failure come through `onChange`. Throws `model-unknown`. */
  install(id: string): Promise<void>;
  cancel(id: string): Promise<void>;
  onChange(listener: (state: ModelState) => void): () => void;
  /** For the steps of a run, whose default model was recorded when it began. */
  service(defaultOfRun: () => string | undefined): ModelService;
}

export interface ShelfSources {
  readonly local: LocalModels;
  readonly preferences: PreferenceStore;
  readonly space: Space;
  readonly configured: string | undefined;
}

/** `configured` (`JACQUARD_MODEL`) goes before what a person chose, and the starter model comes last. */
export function createModelShelf({ local, preferences, space, configured }: ShelfSources): ModelShelf {
  let known: { readonly model: string; readonly until: number } | undefined;
  const defaultModel = async (): Promise<string> => {
    if (configured !== undefined) return configured;
    if (known !== undefined && known.until > performance.now()) return known.model;
    const chosen = await preferences.get(space, preferenceKey);
    const model = typeof chosen === 'string' ? chosen : starterModel;
    known = { model, until: performance.now() + staleTime };
    return model;
  };
  const requireKnown = async (id: string): Promise<void> => {
    const models = await local.list();
    if (!models.some((model) => model.id === id)) throw new Problem('model-unknown', { model: id });
  };
  return {
    defaultModel,
    async list() {
      const [chosen, models] = await Promise.all([defaultModel(), local.list()]);
      return { models: models.map((model) => ({ ...model, isDefault: model.id === chosen })), defaultModel: chosen };
    },
    async choose(id) {
      await requireKnown(id);
      if (configured !== undefined) throw new Problem('model-of-environment', { model: configured });
      await preferences.set(space, preferenceKey, id);
      known = undefined;
    },
    async install(id) {
      await requireKnown(id);
      local.install(id).catch(() => undefined); // the state that `onChange` tells says it
    },
    async cancel(id) {
      await requireKnown(id);
      await local.cancel(id);
    },
    onChange: (listener) =>
      local.onChange((state) => {
        void defaultModel().then((chosen) => listener({ ...state, isDefault: state.id === chosen }));
      }),
    service(defaultOfRun) {
      const resolve = async (name: string): Promise<string> =>
        name === 'default' ? (defaultOfRun() ?? (await defaultModel())) : name;
      return serviceOf(local, resolve);
    },
  };
}

/** A model that isn't installed yet is one that fails when it is asked to write. */
function serviceOf(local: LocalModels, resolve: (name: string) => Promise<string>): ModelService {
  return {
    async chat(name, settings, signal) {
      const id = await resolve(name);
      return local.chat(id, settings, signal).catch(async (error: unknown) => {
        if (!isAbsent(error)) throw error;
        const known = (await local.list()).find((model) => model.id === id);
        return createAbsentModel(error, known?.name ?? id, known?.languages);
      });
    },
    async identify(name) {
      const id = await resolve(name);
      return local.identify(id).catch((error: unknown) => {
        if (!isAbsent(error)) throw error;
        return { id, sha256: 'absent' };
      });
    },
  };
}
