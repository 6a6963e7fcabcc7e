import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { isFileError } from '../is-file-error.ts';
import { parseFlowFile, type BrokenReason, type FlowFileContent } from './parse-flow-file.ts';

/** How the files of flows end; what comes before is the flow’s id. */
export const flowFileEnding = '.flow.json';

/** A larger file is not read: in bytes. */
const largestFile = 32 * 1024 * 1024;
/** File times tick this coarsely, in milliseconds: a file younger than that may change again under the same times. */
const clockTick = 100;

/** A flow's file as it was read. */
export interface FlowFile {
  /** Where the bytes are: behind a link, the link's target. */
  readonly path: string;
  /** SHA-256 of the bytes in lower-case hexadecimal; for what can't be read, the reason. */
  readonly revision: string;
  readonly updatedAt: number;
  readonly content: FlowFileContent;
  /** Tells a changed file from an unchanged one without reading it, unless it was too young for that. */
  readonly signature: string;
  readonly isYoung: boolean;
}

/** Where the flow of a checked id lies in the folder. */
export function flowFilePath(folder: string, id: string): string {
  return join(folder, `${id}${flowFileEnding}`);
}

/**
 * Reads the file of a flow, or answers `known` when it is still that. Undefined when there is none. Follows a link only to
 * a file inside the folder; `folder` is a real path, `id` a checked one. Never throws for what stands in the file.
 */
export function readFlowFile(folder: string, id: string, known?: FlowFile): FlowFile | undefined {
  const path = flowFilePath(folder, id);
  const name = basename(path);
  try {
    const real = lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
    if (isOutside(folder, real)) return unreadable(path, { code: 'flow-file-outside', params: { file: name } });
    const stat = statSync(real, { bigint: true });
    if (!stat.isFile()) return unreadable(path, { code: 'flow-file-not-a-file', params: { file: name } });
    if (stat.size > largestFile) {
      return unreadable(path, { code: 'flow-file-too-large', params: { file: name, maxBytes: largestFile } });
    }
    const signature = `${stat.ino}:${stat.size}:${stat.mtimeNs}:${stat.ctimeNs}`;
    if (known?.signature === signature && !known.isYoung) return known;
    const isYoung = Date.now() - Number(stat.ctimeMs) <= clockTick;
    return { ...readContent(real, name, known), updatedAt: Number(stat.mtimeMs), signature, isYoung };
  } catch (error) {
    if (isFileError(error, 'ENOENT') && !isDanglingLink(path)) return undefined;
    return unreadable(path, { code: 'flow-file-unreadable', params: { file: name, reason: reasonOf(error) } });
  }
}

function readContent(path: string, name: string, known?: FlowFile): Pick<FlowFile, 'path' | 'revision' | 'content'> {
  // Neither a link nor a pipe that took the file's place in the meantime is followed or waited for.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    if (!fstatSync(descriptor).isFile())
      return unreadable(path, { code: 'flow-file-not-a-file', params: { file: name } });
    const bytes = readFileSync(descriptor);
    const revision = createHash('sha256').update(bytes).digest('hex');
    const content = known?.revision === revision ? known.content : parseFlowFile(bytes, name);
    return { path, revision, content };
  } finally {
    closeSync(descriptor);
  }
}

/** What is there but can't be read as a file of this folder. */
export function unreadable(path: string, broken: BrokenReason): FlowFile {
  return { path, revision: broken.code, updatedAt: 0, content: { broken }, signature: '', isYoung: false };
}

function isOutside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || way.startsWith(sep) || /^[A-Za-z]:/.test(way);
}

function isDanglingLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
