import { Problem } from '@jacquard/flow';
import type { LocalModels, LocalModelState, NamedModelOptions } from '@jacquard/local-llm';
import type { ModelService } from '@jacquard/node-kit';
import type { MeasuredSpeed, ModelPreview, ModelState } from '@jacquard/protocol';
import type { PreferenceStore, Space } from '@jacquard/stores';
import { createAbsentModel } from './absent-model.ts';
import { createDefaultModel } from './default-model.ts';
import { describeMachine } from './machine.ts';
import { createModelSpeeds, type ModelSpeeds } from './model-speeds.ts';
import { withFit } from './preview-fit.ts';

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
  /** What a model somewhere else is, before it is fetched. Throws what its source, the network or a broken file says. */
  preview(source: string, options?: NamedModelOptions): Promise<ModelPreview>;
  /** Lists a model from somewhere else and begins its download; gives its id. Throws as `preview`, and why it can't run here. */
  add(source: string, options?: NamedModelOptions): Promise<string>;
  cancel(id: string): Promise<void>;
  /** Deletes its file, or what a download left of it. Flows that name it fail from then on; were it the default, the starter is again. */
  remove(id: string): Promise<void>;
  /** Throws as the model does, and the signal's reason. */
  measure(id: string, signal?: AbortSignal): Promise<MeasuredSpeed>;
  onChange(listener: (state: ModelState) => void): () => void;
  /** For the steps of a run, whose default model was recorded when it began. */
  service(defaultOfRun: () => string | undefined): ModelService;
  close(): void;
}

export interface ShelfSources {
  readonly local: LocalModels;
  readonly preferences: PreferenceStore;
  readonly space: Space;
  readonly configured: string | undefined;
  /** Whether runs go on: models are measured by themselves only in quiet. */
  readonly isBusy: () => boolean;
}

/** `configured` (`JACQUARD_MODEL`) goes before what a person chose, and the starter model comes last. */
export function createModelShelf({ local, preferences, space, configured, isBusy }: ShelfSources): ModelShelf {
  const listeners = new Set<(state: ModelState) => void>();
  const chosenModel = createDefaultModel(preferences, space, configured);
  const defaultModel = chosenModel.get;
  const describe = async (models: readonly LocalModelState[]): Promise<ModelState[]> => {
    const [chosen, measured] = await Promise.all([defaultModel(), speeds.of(models)]);
    return models.map((model) => stateOf(model, chosen, measured.get(model.id), speeds.isMeasuring(model.id)));
  };
  // News alone: when the store is closing, or the folder can't be read, there is none.
  const tell = (models: Promise<readonly LocalModelState[]>): void =>
    void models.then(describe).then(
      (states) => states.forEach((state) => listeners.forEach((listener) => listener(state))),
      () => undefined,
    );
  const changed = (id: string): void => tell(local.list().then((all) => all.filter((model) => model.id === id)));
  const speeds: ModelSpeeds = createModelSpeeds({ local, preferences, space, isBusy, changed });
  const end = followDownloads(local, speeds, (state) => tell(Promise.resolve([state])));
  const requireKnown = async (id: string): Promise<void> => {
    const models = await local.list();
    if (!models.some((model) => model.id === id)) throw new Problem('model-unknown', { model: id });
  };
  return {
    defaultModel,
    async list() {
      return { models: await describe(await local.list()), defaultModel: await defaultModel() };
    },
    async choose(id) {
      await requireKnown(id);
      await chosenModel.choose(id);
    },
    async install(id) {
      await requireKnown(id);
      local.install(id).catch(() => undefined); // the state that `onChange` tells says it
    },
    ...ownModels(local),
    async cancel(id) {
      await requireKnown(id);
      await local.cancel(id);
    },
    async remove(id) {
      await local.remove(id);
      await speeds.forget(id);
      await chosenModel.forget(id);
    },
    measure: speeds.measure,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      end();
      speeds.close();
    },
    service(defaultOfRun) {
      const resolve = async (name: string): Promise<string> =>
        name === 'default' ? (defaultOfRun() ?? (await defaultModel())) : name;
      return serviceOf(local, resolve);
    },
  };
}

/** Models from elsewhere, beside what this machine has room for. */
function ownModels(local: LocalModels): Pick<ModelShelf, 'preview' | 'add'> {
  return {
    preview: async (source, options) => withFit(await local.preview(source, options), describeMachine()),
    async add(source, options) {
      const id = await local.add(source, options);
      local.install(id).catch(() => undefined); // the state that `onChange` tells says it
      return id;
    },
  };
}

function stateOf(
  model: LocalModelState,
  chosen: string,
  speed: MeasuredSpeed | undefined,
  isMeasuring: boolean,
): ModelState {
  return { ...model, isDefault: model.id === chosen, ...(speed && { speed }), ...(isMeasuring && { isMeasuring }) };
}

/** Hands on each change of a download, and has a model measured that has just come. Returns the function that ends it. */
function followDownloads(local: LocalModels, speeds: ModelSpeeds, tell: (state: LocalModelState) => void): () => void {
  const coming = new Set<string>();
  return local.onChange((state) => {
    tell(state);
    if (state.state === 'downloading') coming.add(state.id);
    else if (coming.delete(state.id) && state.state === 'installed' && state.kind !== 'reranking') {
      speeds.measureWhenIdle(state.id);
    }
  });
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
    reranker: (name, signal) => local.reranker(name, signal),
    async identify(name) {
      const id = await resolve(name);
      return local.identify(id).catch((error: unknown) => {
        if (!isAbsent(error)) throw error;
        return { id, sha256: 'absent' };
      });
    },
  };
}
