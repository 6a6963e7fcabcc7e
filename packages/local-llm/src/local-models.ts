import { join } from 'node:path';
import { adviseFitting } from './advise-fitting.ts';
import type { ChatModel, ChatModelSettings, EmbeddingsModel, Fetch, Reranker } from '@jacquard/node-kit';
import { createSources } from './download/create-sources.ts';
import { idOfFile } from './id-of-file.ts';
import { createInstallations } from './download/installations.ts';
import { deleteFiles } from './download/delete-files.ts';
import { filesOfFound } from './find-models.ts';
import type { GgufDescription } from './gguf/gguf-description.ts';
import { createDescriber } from './host/describer.ts';
import { createEngines, type Engines } from './engine/engines.ts';
import { smallestModel } from './engine/smallest-model.ts';
import type { HostState } from './host/host-reply.ts';
import { createModelHost, type ModelHost } from './host/model-host.ts';
import { createKnownFiles } from './known-files.ts';
import type { LocalLog } from './local-log.ts';
import type { LocalModelState } from './local-model-state.ts';
import type { ModelSpeed } from './measure-speed.ts';
import { modelsOverHost } from './models-over-host.ts';
import { createModelRegistry } from './model-registry.ts';
import { createModelOpener } from './open-model.ts';
import { createAddedModels } from './own-models/added-models.ts';
import { createOwnModels, type NamedModelOptions, type OwnModels } from './own-models/own-models.ts';

/** What local models stand on. */
export interface LocalModelsOptions {
  /** Where model files lie. A person may drop GGUF files of their own there. */
  readonly folder: string;
  /** The guarded way out, for downloads. */
  readonly fetch: Fetch;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: LocalLog;
  /** Where engines for graphics processors are put; beside the models unless told. */
  readonly enginesFolder?: string | undefined;
  /** Milliseconds without a question after which the model host is stopped, and its memory given back. */
  readonly hostIdleAfter?: number | undefined;
}

/** The models of this machine: which there are, their downloads, and chat over the model host. */
export interface LocalModels extends OwnModels {
  list(): Promise<LocalModelState[]>;
  /** Fetches a model's file; resolves once it is there. Joins a download that runs already, in another process, too. */
  install(id: string): Promise<void>;
  /** Stops a download. What was fetched stays, and the next one goes on from there. */
  cancel(id: string): Promise<void>;
  /** Deletes a model's files, the user's own too; one that was added isn't listed any more. Throws `model-unknown`, or `model-in-use` where the system holds it. */
  remove(id: string): Promise<void>;
  /** How fast the model reads and writes here, found by a short answer. Throws as `chat` does, and the signal's reason. */
  measure(id: string, signal?: AbortSignal): Promise<ModelSpeed>;
  /** Hears each change of a model's state; returns the function that ends it. */
  onChange(listener: (state: LocalModelState) => void): () => void;
  /** Throws `model-unknown`, or `model-not-installed`. */
  chat(id: string, settings: ChatModelSettings, signal?: AbortSignal): Promise<ChatModel>;
  /** Vectors of texts by a model; nothing is loaded before the first text. Throws `model-unknown`, or `model-not-installed`. */
  embeddings(id: string, signal?: AbortSignal): Promise<EmbeddingsModel>;
  /** Says how well passages answer a question, by a model made for it; loads nothing before it is asked. Throws as `embeddings` does. */
  reranker(id: string, signal?: AbortSignal): Promise<Reranker>;
  /** How the model host stands; undefined while none runs. */
  hostState(): Promise<HostState | undefined>;
  /** The id of the model whose (first) file that is; undefined where no model has it. */
  idOfFile(path: string): Promise<string | undefined>;
  /** What the model's answers stand on. The first call for a file of the user's reads all of it. */
  identify(id: string, signal?: AbortSignal): Promise<{ readonly id: string; readonly sha256: string }>;
  /** What models run on. */
  readonly engines: Engines;
  /** Origins that downloads may need beside public ones: for the guarded way out, which exempts them. Grows as indexes are asked. */
  downloadOrigins(): readonly string[];
  /** Process id of the model host, while one runs. */
  hostProcess(): number | undefined;
  close(): Promise<void>;
}

/** See {@link LocalModels}. Starts nothing: the host starts with the first answer. */
export function createLocalModels(options: LocalModelsOptions): LocalModels {
  const { folder, fetch, environment, log } = options;
  const { engines, host: bareHost } = openHost(options);
  const describer = createDescriber();
  const files = createKnownFiles(folder);
  const added = createAddedModels(folder);
  const { hub, sourcesOf, origins } = createSources({ fetch, environment });
  const inspect = (path: string): Promise<GgufDescription> => describer.describe(path);
  const installations = createInstallations({ folder, fetch, log, files, sourcesOf, inspect });
  const describe = (file: string): Promise<GgufDescription> =>
    files.description(file, () => describer.describe(join(folder, file)));
  const registry = createModelRegistry({ folder, added, installations, describe });
  const own = createOwnModels({ folder, added, takenIds: registry.ids, fetch, hub, describer });

  const host = adviseFitting(bareHost, registry.list);
  const opener = createModelOpener({ folder, registry, installations, files, describe });

  return {
    list: registry.list,
    preview: own.preview,
    add: (source: string, options?: NamedModelOptions) => own.add(source, options),
    install: async (id) => installations.install(await registry.fetchable(id)),
    cancel: async (id) => installations.cancel(id),
    async remove(id) {
      const known = await registry.find(id);
      if (known.kind === 'found') return deleteFiles(folder, await filesOfFound(folder, known.model));
      await installations.remove(known.model);
      if (known.kind === 'added') await added.remove(id);
    },
    ...modelsOverHost({ host, log, opener }),
    onChange: installations.onChange,
    identify: opener.identify,
    idOfFile: (path) => idOfFile(registry, path),
    engines,
    downloadOrigins: origins,
    hostProcess: host.process,
    async close() {
      await Promise.all([installations.close(), engines.cancel()]);
      await Promise.all([host.close(), describer.close()]);
    },
  };
}

/** The host, and what it runs models on: another choice starts it anew. */
function openHost({
  folder,
  environment,
  log,
  enginesFolder = join(folder, '..', 'engines'),
  hostIdleAfter,
}: LocalModelsOptions): {
  readonly engines: Engines;
  readonly host: ModelHost;
} {
  const modelToTry = (): Promise<string | undefined> => smallestModel(folder);
  const onChoice = (): void => host.renew();
  const engines: Engines = createEngines({ folder: enginesFolder, environment, log, modelToTry, onChoice });
  const host: ModelHost = createModelHost({ log, engine: engines, idleAfter: hostIdleAfter });
  return { engines, host };
}
