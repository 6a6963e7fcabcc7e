import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeRecord } from './write-record.ts';
import { ggufDescriptionSchema, type GgufDescription } from './gguf/gguf-description.ts';
import { hashFile } from './download/hash-file.ts';

const knownFileSchema = z.object({
  size: z.number(),
  modifiedAt: z.number(),
  sha256: z.string().optional(),
  /** It came by a checked download, or was compared with the catalog. */
  isVouched: z.boolean().optional(),
  /** The SHA-256 that it came with, stated by its source or computed while it came: kept when the file changes. */
  cameAs: z.string().optional(),
  description: ggufDescriptionSchema.optional(),
});
type KnownFile = z.infer<typeof knownFileSchema>;

/**
 * What was once found out of the files in a folder, which takes long: their SHA-256, and what their GGUF header says.
 * Kept beside them in `known-files.json`; a file whose size or time of change differs is looked at again.
 */
export interface KnownFiles {
  sha256(name: string, signal?: AbortSignal): Promise<string>;
  description(name: string, read: () => Promise<GgufDescription>): Promise<GgufDescription>;
  /** Records that the file, as it is now, was checked against what it must be. */
  vouch(name: string, sha256: string): Promise<void>;
  isVouched(name: string): Promise<boolean>;
  /** The SHA-256 that a file came with, whatever became of it since; undefined for one that didn't come by a download. */
  cameAs(name: string): Promise<string | undefined>;
  /** Forgets files that are deleted. */
  forget(names: readonly string[]): Promise<void>;
}

/** See {@link KnownFiles}. */
export function createKnownFiles(folder: string): KnownFiles {
  const record = join(folder, 'known-files.json');
  let writing = Promise.resolve();

  const readRecord = async (): Promise<Record<string, KnownFile>> => {
    try {
      return z.record(z.string(), knownFileSchema).parse(JSON.parse(await readFile(record, 'utf8')));
    } catch {
      return {}; // absent or damaged: everything is found out anew
    }
  };
  const change = (edit: (files: Record<string, KnownFile>) => void): Promise<void> => {
    const written = writing.then(async () => {
      const files = await readRecord();
      edit(files);
      await writeRecord(record, files);
    });
    writing = written.catch(() => undefined); // a full disk now is no reason to write nothing later
    return written;
  };
  const remember = (name: string, file: KnownFile): Promise<void> =>
    change((files) => {
      const { [name]: before } = files;
      const cameAs = before?.cameAs === undefined ? {} : { cameAs: before.cameAs };
      files[name] = { ...(isSame(before, file) ? before : cameAs), ...file };
    });
  const look = async (name: string): Promise<KnownFile> => {
    const { size, mtimeMs } = await stat(join(folder, name));
    const now = { size, modifiedAt: mtimeMs };
    const known = (await readRecord())[name];
    return known && isSame(known, now) ? known : now;
  };

  return {
    async sha256(name, signal) {
      const file = await look(name);
      if (file.sha256 !== undefined) return file.sha256;
      const sha256 = await hashFile(join(folder, name), signal);
      await remember(name, { ...file, sha256 });
      return sha256;
    },
    async description(name, read) {
      const file = await look(name);
      if (file.description?.memory !== undefined && file.description.kind !== undefined) return file.description;
      const description = await read();
      await remember(name, { ...file, description });
      return description;
    },
    async vouch(name, sha256) {
      await remember(name, { ...(await look(name)), sha256, isVouched: true, cameAs: sha256 });
    },
    isVouched: async (name) => (await look(name)).isVouched === true,
    cameAs: async (name) => (await readRecord())[name]?.cameAs,
    forget: (names) =>
      change((files) => {
        for (const name of names) Reflect.deleteProperty(files, name);
      }),
  };
}

function isSame(known: KnownFile | undefined, file: KnownFile): boolean {
  return known?.size === file.size && known.modifiedAt === file.modifiedAt;
}
