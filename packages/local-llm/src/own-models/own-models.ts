import { dirname, resolve } from 'node:path';
import { Problem } from '@jacquard/flow';
import { catalog } from '../catalog/catalog.ts';
import { freeId } from '../find-models.ts';
import type { FetchableModel } from '../fetchable-model.ts';
import { ggufDescriptionSchema } from '../gguf/gguf-description.ts';
import { readSplitName } from '../gguf/split-name.ts';
import { fetchableOf, type AddedModels } from './added-models.ts';
import type { ModelPreview } from './model-preview.ts';
import { modelAddressText, parseModelAddress, type ModelAddress } from './parse-model-address.ts';
import { previewModel, type FoundPreview, type PreviewModelOptions } from './preview-model.ts';

/** How a model that a person names is looked for. */
export interface NamedModelOptions {
  /** It may be the path of a file on this machine: never for a name that came over the network. */
  readonly mayBeFile?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Models from anywhere: looked at before they are fetched, and listed with where they came from. */
export interface OwnModels {
  /** Looks at a model, and fetches no more of it than its beginning. Throws as `parseModelAddress` and `previewModel` do. */
  preview(source: string, options?: NamedModelOptions): Promise<ModelPreview>;
  /** Lists it from now on, and gives its id. Throws what `preview` throws, and the preview's refusal. */
  add(source: string, options?: NamedModelOptions): Promise<string>;
}

/** What it stands on. `takenIds` are those of all models that there are. */
export interface OwnModelsOptions extends Omit<PreviewModelOptions, 'signal'> {
  readonly folder: string;
  readonly added: AddedModels;
  readonly takenIds: () => Promise<readonly string[]>;
}

// A person reads a preview and says yes: by then it needn't be fetched once more.
const freshFor = 600_000;
const mostKept = 20;

/** See {@link OwnModels}. */
export function createOwnModels({ folder, added, takenIds, ...options }: OwnModelsOptions): OwnModels {
  const kept = new Map<string, { readonly found: FoundPreview; readonly until: number }>();

  const look = async (source: string, named: NamedModelOptions): Promise<FoundPreview> => {
    const address = parseModelAddress(source, named);
    const key = modelAddressText(address);
    const known = kept.get(key);
    if (known && known.until > performance.now() && address.kind !== 'file') return known.found;
    if (address.kind === 'file') requireElsewhere(folder, address.path);
    const found = await previewModel(address, { ...options, signal: named.signal ?? new AbortController().signal });
    if (kept.size >= mostKept) kept.clear();
    for (const name of [key, found.preview.source]) kept.set(name, { found, until: performance.now() + freshFor });
    return found;
  };
  const existing = async ({ address, preview }: FoundPreview): Promise<FetchableModel | undefined> => {
    const listed = catalog.find(({ huggingFace, quantisation }) => {
      const isThere = address.kind === 'hub' && huggingFace?.repository === address.place.repository;
      return isThere && quantisation === preview.quantisation && address.place.revision === undefined;
    });
    if (listed) return listed;
    const text = modelAddressText(address);
    const own = (await added.list()).find((model) => modelAddressText(model.address) === text);
    return own && fetchableOf(own);
  };
  const idOf = async (found: FoundPreview): Promise<{ readonly id: string; readonly isThere: boolean }> => {
    const there = await existing(found);
    if (there) return { id: there.id, isThere: true };
    return { id: freeId(fileNameOf(found.address), new Set(await takenIds())), isThere: false };
  };
  /** Of two sizes of one model, the second is told from the first by how it is packed. */
  const freeName = async (name: string, quantisation: string): Promise<string> => {
    const names = [...catalog, ...(await added.list())].map((model) => model.name);
    return names.includes(name) && quantisation !== '' ? `${name} (${quantisation})` : name;
  };
  return {
    async preview(source, named = {}) {
      const found = await look(source, named);
      const { id, isThere } = await idOf(found);
      return { ...found.preview, id, ...(isThere && { existing: id }) };
    },
    async add(source, named = {}) {
      const found = await look(source, named);
      const { refusal, size, quantisation = '' } = found.preview;
      if (refusal) throw new Problem(refusal.code, refusal.params, { kind: refusal.kind });
      const { id, isThere } = await idOf(found);
      const address = found.address.kind === 'file' ? absolute(found.address) : found.address;
      const description = ggufDescriptionSchema.parse(found.preview);
      const name = await freeName(found.preview.name, quantisation);
      if (!isThere) await added.add({ id, name, address, size, quantisation, description });
      return id;
    },
  };
}

function absolute(address: Extract<ModelAddress, { kind: 'file' }>): ModelAddress {
  return { kind: 'file', path: resolve(address.path) };
}

/** A file of the models folder is a model already. */
function requireElsewhere(folder: string, path: string): void {
  if (dirname(resolve(path)) === resolve(folder)) throw new Problem('model-file-listed', { folder });
}

function fileNameOf(address: ModelAddress): string {
  const path =
    address.kind === 'hub'
      ? (address.place.file ?? address.place.repository)
      : address.kind === 'address'
        ? decodeURIComponent(new URL(address.url).pathname)
        : address.path;
  const name = path.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const stem = readSplitName(name)?.stem ?? name.replace(/\.gguf$/i, '');
  return `${stem}.gguf`;
}
