import { Problem } from '@jacquard/flow';
import { catalog } from './catalog/catalog.ts';
import type { CatalogModel } from './catalog/catalog-model.ts';
import { memoryClass } from './catalog/reckon-size.ts';
import type { Installations } from './download/installations.ts';
import type { FetchableModel } from './fetchable-model.ts';
import { findModels, type FoundModel } from './find-models.ts';
import type { GgufDescription } from './gguf/gguf-description.ts';
import type { LocalModelState } from './local-model-state.ts';
import { filesOnDisk } from './model-files.ts';
import { fetchableOf, type AddedModels } from './own-models/added-models.ts';

/** A model of this machine: of the catalog, added from somewhere, or a file that somebody put into the models folder. */
export type KnownModel =
  | { readonly kind: 'catalog'; readonly model: CatalogModel }
  | { readonly kind: 'added'; readonly model: FetchableModel }
  | { readonly kind: 'found'; readonly model: FoundModel };

/** Which models there are, and how each stands. */
export interface ModelRegistry {
  /** Throws `model-unknown`. */
  find(id: string): Promise<KnownModel>;
  /** Models that can be fetched. Throws `model-unknown`, also for a file of the user's. */
  fetchable(id: string): Promise<FetchableModel>;
  /** The catalog's first, then those that were added, then files that were found. */
  list(): Promise<LocalModelState[]>;
  /** Ids of all. */
  ids(): Promise<string[]>;
}

/** What it stands on. `describe` says what a file of the folder says of itself. */
export interface ModelRegistryOptions {
  readonly folder: string;
  readonly added: AddedModels;
  readonly installations: Installations;
  readonly describe: (file: string) => Promise<GgufDescription>;
}

/** See {@link ModelRegistry}. */
export function createModelRegistry({ folder, added, installations, describe }: ModelRegistryOptions): ModelRegistry {
  const addedModels = async (): Promise<FetchableModel[]> => {
    const known = new Set(catalog.map(({ id }) => id));
    return (await added.list()).filter(({ id }) => !known.has(id)).map(fetchableOf);
  };
  const fetchableIds = async (): Promise<string[]> => [...catalog, ...(await addedModels())].map(({ id }) => id);
  const stateOf = async (model: FetchableModel): Promise<LocalModelState> => {
    const state = await installations.state(model);
    const first = state.state === 'installed' ? (await filesOnDisk(folder, model.id))?.names[0] : undefined;
    return first === undefined ? state : { ...state, ...(await factsOfFile(() => describe(first))) };
  };
  const registry: ModelRegistry = {
    async find(id) {
      const model = catalog.find((entry) => entry.id === id);
      if (model) return { kind: 'catalog', model };
      const own = (await addedModels()).find((entry) => entry.id === id);
      if (own) return { kind: 'added', model: own };
      const found = (await findModels(folder, await fetchableIds())).find((file) => file.id === id);
      if (found) return { kind: 'found', model: found };
      throw new Problem('model-unknown', { model: id });
    },
    async fetchable(id) {
      const found = await registry.find(id);
      if (found.kind === 'found') throw new Problem('model-unknown', { model: id });
      return found.model;
    },
    async ids() {
      const known = await fetchableIds();
      return [...known, ...(await findModels(folder, known)).map(({ id }) => id)];
    },
    async list() {
      const known = await Promise.all([...catalog, ...(await addedModels())].map(stateOf));
      const found = await findModels(folder, await fetchableIds());
      return [...known, ...(await Promise.all(found.map((file) => stateOfFound(file, describe))))];
    },
  };
  return registry;
}

/** What only the file knows for certain; and if nothing can be read of it, that it is broken. */
async function factsOfFile(describe: () => Promise<GgufDescription>): Promise<Partial<LocalModelState>> {
  try {
    const { memory, hasChatTemplate, kind } = await describe();
    const isWithoutTemplate = kind === 'chat' && !hasChatTemplate;
    return {
      ...(typeof memory === 'number' && { memory }),
      ...(isWithoutTemplate && { isWithoutTemplate }),
    };
  } catch (error) {
    return Problem.is(error) ? { state: 'failed', error: error.toData() } : {};
  }
}

async function stateOfFound(
  found: FoundModel,
  describe: (file: string) => Promise<GgufDescription>,
): Promise<LocalModelState> {
  const { id, size, file } = found;
  const own = { id, size, description: { en: file, fr: file }, isOwn: true, memoryClass: memoryClass(size) };
  try {
    const about = await describe(file);
    const { kind = 'chat', memory, quantisation } = about;
    return {
      ...own,
      kind,
      name: about.name ?? id,
      parameters: about.parameters ?? '',
      contextTokens: about.contextTokens ?? 0,
      languages: about.languages,
      licence: about.licence ?? '',
      isForEmbeddings: kind === 'embeddings',
      ...(typeof memory === 'number' && { memory }),
      ...(quantisation !== undefined && { quantisation }),
      ...(kind === 'chat' && !about.hasChatTemplate && { isWithoutTemplate: true }),
      ...(about.isKnown === false
        ? {
            state: 'failed',
            error: new Problem('model-architecture-unknown', { architecture: about.architecture }).toData(),
          }
        : { state: 'installed' }),
    };
  } catch (error) {
    const problem = Problem.is(error) ? error : new Problem('model-file-broken', {}, { cause: error });
    const unknown = { name: id, parameters: '', contextTokens: 0, languages: [], licence: '' };
    return { ...own, ...unknown, kind: 'chat', state: 'failed', error: problem.toData() };
  }
}
