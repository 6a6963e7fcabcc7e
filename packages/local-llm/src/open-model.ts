import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { CatalogModel } from './catalog/catalog-model.ts';
import { generalDrawing, type Drawing } from './drawing.ts';
import type { Installations } from './download/installations.ts';
import { filesOfFound } from './find-models.ts';
import type { GgufDescription } from './gguf/gguf-description.ts';
import type { KnownFiles } from './known-files.ts';
import { filesOnDisk } from './model-files.ts';
import type { KnownModel, ModelRegistry } from './model-registry.ts';

/** A model that is here: its file, what it stands on, and what is known of it. */
interface OpenModel extends Pick<CatalogModel, 'name' | 'languages'> {
  /** Of its first file. */
  readonly path: string;
  /** Of its file; of several, of their checksums, a line each. */
  readonly sha256: string;
  readonly contextTokens: number | undefined;
  readonly isForEmbeddings: boolean;
  /** What its publisher recommends, or what suits most. */
  readonly drawing: Drawing;
}

/** Opens models by id. All throw `model-unknown` or `model-not-installed`. */
export interface ModelOpener {
  open(id: string, signal?: AbortSignal): Promise<OpenModel>;
  /** What the model's answers stand on. The first call for a file of the user's reads all of it. */
  identify(id: string, signal?: AbortSignal): Promise<{ readonly id: string; readonly sha256: string }>;
}

/** What opening stands on. */
export interface ModelOpenerOptions {
  readonly folder: string;
  readonly registry: ModelRegistry;
  readonly installations: Installations;
  readonly files: KnownFiles;
  readonly describe: (file: string) => Promise<GgufDescription>;
}

/** See {@link ModelOpener}. */
export function createModelOpener({
  folder,
  registry,
  installations,
  files,
  describe,
}: ModelOpenerOptions): ModelOpener {
  const locate = async (id: string): Promise<{ readonly known: KnownModel; readonly names: readonly string[] }> => {
    const known = await registry.find(id);
    if (known.kind === 'found') return { known, names: await filesOfFound(folder, known.model) };
    const { state } = await installations.state(known.model);
    const names = state === 'installed' ? (await filesOnDisk(folder, id))?.names : undefined;
    if (!names) throw new Problem('model-not-installed', { model: known.model.name, id });
    return { known, names };
  };
  const checksumOf = async (names: readonly string[], signal?: AbortSignal): Promise<string> => {
    const all: string[] = [];
    for (const name of names) all.push(await files.sha256(name, signal));
    return all.length === 1 ? (all[0] ?? '') : createHash('sha256').update(all.join('\n')).digest('hex');
  };
  return {
    async identify(id, signal) {
      const { names } = await locate(id);
      return { id, sha256: await checksumOf(names, signal) };
    },
    async open(id, signal) {
      const { known, names } = await locate(id);
      const [first = ''] = names;
      const stands = { path: join(folder, first), sha256: await checksumOf(names, signal) };
      if (known.kind === 'catalog') {
        const { name, languages, contextTokens, kind, temperature, topP, topK, repeatPenalty } = known.model;
        const recommended = { temperature, topP, repeatPenalty, ...(topK !== undefined && { topK }) };
        const drawing = { ...generalDrawing, ...recommended };
        return { ...stands, name, languages, contextTokens, drawing, isForEmbeddings: kind === 'embeddings' };
      }
      const { name = id, contextTokens, languages, isForEmbeddings = false } = await describe(first);
      const title = known.kind === 'added' ? known.model.name : name;
      return { drawing: generalDrawing, ...stands, name: title, contextTokens, languages, isForEmbeddings };
    },
  };
}
