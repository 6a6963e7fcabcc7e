import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { knowledgeIdSchema, type JsonValue, type KnowledgeDocument } from '@jacquard/flow';
import { isFileError } from '../is-file-error.ts';
import { isInside } from './is-inside.ts';
import { parseKnowledgeText } from './parse-knowledge-text.ts';

/** How the files of knowledge bases end; what comes before is the base's id. */
export const knowledgeFileEnding = '.knowledge.json';

/** A larger file is not read: in bytes. */
const largestFile = 1024 * 1024;

/** A base's file as it was read. */
export interface KnowledgeFile {
  /** Where the bytes are: behind a link, the link's target. */
  readonly path: string;
  /** SHA-256 of the bytes; for what can't be read, the reason. */
  readonly revision: string;
  readonly updatedAt: number;
  readonly content:
    | { readonly document: KnowledgeDocument }
    | { readonly broken: { readonly code: string; readonly params: Readonly<Record<string, JsonValue>> } };
}

/** Where the base of a checked id lies in the folder. */
export function knowledgeFilePath(folder: string, id: string): string {
  return join(folder, `${id}${knowledgeFileEnding}`);
}

/**
 * Reads the file of a base. Undefined when there is none. Follows a link only to a file inside the folder, which is a real
 * path. Never throws for what stands in the file.
 */
export function readKnowledgeFile(folder: string, id: string): KnowledgeFile | undefined {
  const path = knowledgeFilePath(folder, id);
  const file = basename(path);
  const broken = (code: string, params = {}): KnowledgeFile => ({
    path,
    revision: code,
    updatedAt: 0,
    content: { broken: { code, params: { file, ...params } } },
  });
  try {
    const isLink = lstatSync(path).isSymbolicLink();
    if (!knowledgeIdSchema.safeParse(id).success) return broken('knowledge-file-name');
    const real = isLink ? realpathSync(path) : path;
    if (!isInside(folder, real)) return broken('knowledge-file-outside');
    // Neither a link nor a pipe that took the file's place in the meantime is followed or waited for.
    const descriptor = openSync(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = fstatSync(descriptor);
      if (!stat.isFile()) return broken('knowledge-file-not-a-file');
      if (stat.size > largestFile) return broken('knowledge-file-too-large', { maxBytes: largestFile });
      const bytes = readFileSync(descriptor);
      const revision = createHash('sha256').update(bytes).digest('hex');
      return { path: real, revision, updatedAt: Math.floor(stat.mtimeMs), content: parseKnowledgeText(bytes, file) };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (isFileError(error, 'ENOENT') && lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return broken('knowledge-file-unreadable', { reason });
  }
}
