import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileValueSchema, Problem, type FileValue, type JsonValue } from '@jacquard/flow';
import { findReferences, type FileHolder, type Space, type Stores } from '@jacquard/stores';
import { largestFile, mediaTypeOf } from './project-files.ts';

/** The holder of what a caller of the API uploads without a flow: let go a day later, unless a run holds it, too. */
function uploadsOf(caller: string | undefined): FileHolder {
  return { kind: 'upload', id: caller ?? 'api' };
}

/** The files of a space, each reached through what holds it. */
export class FileDesk {
  readonly #stores: Stores;
  readonly #space: Space;
  readonly #projectFolder: string | undefined;

  constructor(stores: Stores, space: Space, projectFolder: string | undefined) {
    this.#stores = stores;
    this.#space = space;
    this.#projectFolder = projectFolder;
  }

  /** Stores an upload for a flow, or for the next runs of a caller. The name is shown to people and opens no path. */
  async upload(
    flowId: string | undefined,
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    caller?: string,
  ): Promise<FileValue> {
    const holder = flowId === undefined ? uploadsOf(caller) : await this.#flowHolder(flowId);
    const shown =
      basename(name.replaceAll('\\', '/'))
        .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
        .slice(0, 200) || 'file';
    return this.#stores.files.put(
      this.#space,
      holder,
      { name: shown, mediaType: mediaTypeOf(shown) },
      bytes,
      largestFile,
    );
  }

  async list(flowId: string): Promise<readonly FileValue[]> {
    return this.#stores.files.list(this.#space, await this.#flowHolder(flowId));
  }

  /** Throws `file-not-found` unless the holder holds it. */
  async read(holder: FileHolder, sha256: string): Promise<{ about: FileValue; bytes: Uint8Array }> {
    const about = (await this.#stores.files.list(this.#space, holder)).find(({ file }) => file === sha256);
    const bytes = about && (await this.#stores.files.read(this.#space, holder, sha256));
    if (about === undefined || bytes === undefined) throw new Problem('file-not-found', { name: sha256 });
    return { about, bytes };
  }

  /** Copies an example's files: beside the flows of a project folder, else into the store, held by the flow. */
  async adopt(flowId: string, files: readonly { reference: string; path: string }[]): Promise<void> {
    for (const { reference, path } of files) {
      if (this.#projectFolder !== undefined) {
        const target = join(this.#projectFolder, reference);
        await mkdir(dirname(target), { recursive: true });
        await copyFile(path, target, constants.COPYFILE_EXCL).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error;
        });
      } else {
        const about = { name: basename(reference), mediaType: mediaTypeOf(reference) };
        await this.#stores.files.put(
          this.#space,
          { kind: 'flow', id: flowId },
          about,
          createReadStream(path),
          largestFile,
        );
      }
    }
  }

  /**
   * The files among a run's inputs; throws `file-not-found` unless its caller uploaded each lately, or, for the operator, the flow
   * has it.
   */
  async inputFiles(
    { flowId, caller }: { readonly flowId: string; readonly caller?: string | undefined },
    inputs: Readonly<Record<string, JsonValue>>,
  ): Promise<readonly FileValue[]> {
    const given = Object.values(inputs).flatMap((value) => {
      if (typeof value !== 'object') return [];
      const parsed = fileValueSchema.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    });
    if (given.length === 0) return given;
    const flow: FileHolder = { kind: 'flow', id: flowId };
    // A key may call the flow, not read what lies beside it: its run would hand the file out.
    const holders = caller === undefined ? [flow, uploadsOf(caller)] : [uploadsOf(caller)];
    const held = await Promise.all(holders.map((holder) => this.#stores.files.list(this.#space, holder)));
    const known = new Set(held.flat().map(({ file }) => file));
    for (const { file, name } of given) if (!known.has(file)) throw new Problem('file-not-found', { name: name });
    return given;
  }

  /**
   * The files anywhere in values; throws `file-not-found` unless each is the flow's, was uploaded lately, or is held by the
   * run that the values come from.
   */
  async filesWithin(flowId: string, values: JsonValue, runId: string | undefined): Promise<readonly FileValue[]> {
    const { files } = findReferences(values);
    if (files.length === 0) return files;
    const holders: FileHolder[] = [{ kind: 'flow', id: flowId }, uploadsOf(undefined)];
    if (runId !== undefined) holders.push({ kind: 'run', id: runId });
    const held = await Promise.all(holders.map((holder) => this.#stores.files.list(this.#space, holder)));
    const known = new Set(held.flat().map(({ file }) => file));
    for (const { file, name } of files) if (!known.has(file)) throw new Problem('file-not-found', { name });
    return files;
  }

  /** Keeps files as long as a flow, whose runs may then read them. */
  async holdForFlow(flowId: string, files: readonly FileValue[]): Promise<void> {
    for (const file of files) await this.#stores.files.hold(this.#space, { kind: 'flow', id: flowId }, file);
  }

  /** Lets a run read files, and keeps them as long as it. */
  async hold(runId: string, files: readonly FileValue[]): Promise<void> {
    for (const file of files) await this.#stores.files.hold(this.#space, { kind: 'run', id: runId }, file);
  }

  async #flowHolder(id: string): Promise<FileHolder> {
    if ((await this.#stores.flows.get(this.#space, id)) === undefined) throw new Problem('flow-not-found', { id });
    return { kind: 'flow', id };
  }
}
