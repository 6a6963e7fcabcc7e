import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { ChatModel, ChatModelSettings, EmbeddingsModel, Fetch } from '@jacquard/node-kit';
import { catalog, type CatalogModel } from './catalog/catalog.ts';
import { createSources } from './download/create-sources.ts';
import { createInstallations, type Installations } from './download/installations.ts';
import { deleteFiles } from './download/delete-files.ts';
import { catalogFile, filesOfFound, findModels, type FoundModel } from './find-models.ts';
import type { GgufDescription } from './host/host-protocol.ts';
import { createModelHost } from './host/model-host.ts';
import { createKnownFiles, type KnownFiles } from './known-files.ts';
import { createLocalChatModel } from './local-chat-model.ts';
import { createLocalEmbeddings } from './local-embeddings.ts';
import type { LocalLog } from './local-log.ts';
import type { LocalModelState } from './local-model-state.ts';
import { measureChat, measureEmbeddings, type ModelSpeed } from './measure-speed.ts';

/** What local models stand on. */
export interface LocalModelsOptions {
  /** Where model files lie. A person may drop GGUF files of their own there. */
  readonly folder: string;
  /** The guarded way out, for downloads. */
  readonly fetch: Fetch;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: LocalLog;
}

/** The models of this machine: which there are, their downloads, and chat over the model host. */
export interface LocalModels {
  list(): Promise<LocalModelState[]>;
  /** Fetches a model's file; resolves once it is there. Joins a download that runs already, in another process, too. */
  install(id: string): Promise<void>;
  /** Stops a download. What was fetched stays, and the next one goes on from there. */
  cancel(id: string): Promise<void>;
  /** Deletes a model's file, the user's own too. Throws `model-unknown`, or `model-in-use` where the system holds it. */
  remove(id: string): Promise<void>;
  /** How fast the model reads and writes here, found by a short answer. Throws as `chat` does, and the signal's reason. */
  measure(id: string, signal?: AbortSignal): Promise<ModelSpeed>;
  /** Hears each change of a model's state; returns the function that ends it. */
  onChange(listener: (state: LocalModelState) => void): () => void;
  /** Throws `model-unknown`, or `model-not-installed`. */
  chat(id: string, settings: ChatModelSettings, signal?: AbortSignal): Promise<ChatModel>;
  /** Vectors of texts by a model; nothing is loaded before the first text. Throws `model-unknown`, or `model-not-installed`. */
  embeddings(id: string, signal?: AbortSignal): Promise<EmbeddingsModel>;
  /** What the model's answers stand on. The first call for a file of the user's reads all of it. */
  identify(id: string, signal?: AbortSignal): Promise<{ readonly id: string; readonly sha256: string }>;
  /** Origins that downloads may need beside public ones: for the guarded way out, which exempts them. Grows as indexes are asked. */
  downloadOrigins(): readonly string[];
  /** Process id of the model host, while one runs. */
  hostProcess(): number | undefined;
  close(): Promise<void>;
}

// What a model draws with when neither its publisher nor anyone else says.
const generalDrawing = { temperature: 0.7, topP: 0.95, repeatPenalty: 1 };

/** See {@link LocalModels}. Starts nothing: the host starts with the first answer. */
export function createLocalModels({ folder, fetch, environment, log }: LocalModelsOptions): LocalModels {
  const host = createModelHost({ log });
  const files = createKnownFiles(folder);
  const { sourcesOf, origins } = createSources({ fetch, environment });
  const installations = createInstallations({ folder, fetch, log, files, sourcesOf });
  const describe = (file: string): Promise<GgufDescription> =>
    files.description(file, async () => {
      const reply = await host.ask({ type: 'describe', path: join(folder, file) });
      if (reply.type !== 'describe-result') throw new Problem('model-host-confused', {}, { kind: 'bug' });
      return reply.description;
    });

  const identify = async (id: string, signal?: AbortSignal): Promise<{ id: string; sha256: string }> => {
    const found = await find(folder, id);
    const sha256 =
      'file' in found ? await files.sha256(found.file, signal) : await sha256OfInstalled(found, installations, files);
    return { id, sha256 };
  };

  const open = (id: string, signal?: AbortSignal): Promise<OpenModel> =>
    openModel({ folder, identify, describe }, id, signal);

  return {
    async list() {
      const own = (await findModels(folder)).map((found) => stateOfFound(found, describe));
      return [...(await Promise.all(catalog.map(installations.state))), ...(await Promise.all(own))];
    },
    install: async (id) => installations.install(requireCatalog(id)),
    cancel: async (id) => installations.cancel(id),
    async remove(id) {
      const found = await find(folder, id);
      if ('file' in found) await deleteFiles(folder, await filesOfFound(folder, found));
      else await installations.remove(found);
    },
    async measure(id, signal) {
      const { path, isForEmbeddings } = await open(id, signal);
      return (isForEmbeddings ? measureEmbeddings : measureChat)({ ask: host.ask, path, signal });
    },
    onChange: installations.onChange,
    identify,
    async chat(id, settings, signal) {
      const { path, sha256, name, contextTokens, languages, temperature, topP, repeatPenalty } = await open(id, signal);
      const drawing = { temperature, topP, repeatPenalty };
      return createLocalChatModel({ host, name, path, sha256, contextTokens, languages, settings, ...drawing });
    },
    async embeddings(id, signal) {
      const { path, sha256, name, languages } = await open(id, signal);
      const known = languages.length > 0 ? languages : undefined;
      return createLocalEmbeddings({ host, log, name, path, sha256, languages: known });
    },
    downloadOrigins: origins,
    hostProcess: host.process,
    async close() {
      await installations.close();
      await host.close();
    },
  };
}

async function sha256OfInstalled(
  entry: CatalogModel,
  installations: Installations,
  files: KnownFiles,
): Promise<string> {
  const { state } = await installations.state(entry);
  if (state !== 'installed') throw new Problem('model-not-installed', { model: entry.name, id: entry.id });
  return files.sha256(catalogFile(entry));
}

/** A model that is here: its file, what it stands on, and what is known of it. */
interface OpenModel extends Pick<CatalogModel, 'name' | 'languages' | 'temperature' | 'topP' | 'repeatPenalty'> {
  readonly path: string;
  readonly sha256: string;
  readonly contextTokens: number | undefined;
  readonly isForEmbeddings: boolean;
}

interface Opening {
  readonly folder: string;
  readonly identify: LocalModels['identify'];
  readonly describe: (file: string) => Promise<GgufDescription>;
}

async function openModel(
  { folder, identify, describe }: Opening,
  id: string,
  signal?: AbortSignal,
): Promise<OpenModel> {
  const { sha256 } = await identify(id, signal);
  const found = await find(folder, id);
  if (!('file' in found)) {
    return { ...found, path: join(folder, catalogFile(found)), sha256, isForEmbeddings: false };
  }
  const about = await describe(found.file);
  const isForEmbeddings = about.isForEmbeddings === true;
  return { ...generalDrawing, ...named(found, about), path: join(folder, found.file), sha256, isForEmbeddings };
}

async function find(folder: string, id: string): Promise<CatalogModel | FoundModel> {
  const found = catalog.find((entry) => entry.id === id) ?? (await findModels(folder)).find((own) => own.id === id);
  if (!found) throw new Problem('model-unknown', { model: id });
  return found;
}

function requireCatalog(id: string): CatalogModel {
  const entry = catalog.find((candidate) => candidate.id === id);
  if (!entry) throw new Problem('model-unknown', { model: id });
  return entry;
}

function named(
  found: FoundModel,
  { name, contextTokens, languages }: GgufDescription,
): { name: string; contextTokens: number | undefined; languages: readonly string[] } {
  return { name: name ?? found.id, contextTokens, languages };
}

async function stateOfFound(
  found: FoundModel,
  describe: (file: string) => Promise<GgufDescription>,
): Promise<LocalModelState> {
  const own = { id: found.id, size: found.size, description: { en: found.file, fr: found.file }, isOwn: true };
  try {
    const about = await describe(found.file);
    return {
      ...own,
      name: about.name ?? found.id,
      parameters: about.parameters ?? '',
      contextTokens: about.contextTokens ?? 0,
      languages: about.languages,
      licence: about.licence ?? '',
      isForEmbeddings: about.isForEmbeddings ?? false,
      ...(typeof about.memory === 'number' && { memory: about.memory }),
      ...(about.quantisation !== undefined && { quantisation: about.quantisation }),
      state: 'installed',
    };
  } catch (error) {
    const problem = Problem.is(error) ? error : new Problem('model-file-broken', {}, { cause: error });
    const unknown = { name: found.id, parameters: '', contextTokens: 0, languages: [], licence: '' };
    return { ...own, ...unknown, state: 'failed', error: problem.toData() };
  }
}
