import { constants, type Stats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { Problem } from '@jacquard/flow';
import { fileProblem, isFileError } from '@jacquard/stores';

/** Bytes. */
const largestRecording = 32 * 1024 * 1024;
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A recording's file as it was read. */
interface RecordingFile {
  readonly bytes: Buffer;
  readonly stamp: string;
}

/** Tells one state of a file from the next; undefined where there is none. Throws as {@link readRecordingFile}. */
export async function stampOf(name: string, path: string): Promise<string | undefined> {
  try {
    return stampOfPlain(name, await lstat(path));
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw fileProblem(error, path);
  }
}

/** Undefined where there is none. Throws `recording-too-large`, and `recording-broken` for what is no plain file. */
export async function readRecordingFile(name: string, path: string): Promise<RecordingFile | undefined> {
  try {
    await using handle = await open(path, flags);
    const stamp = stampOfPlain(name, await handle.stat());
    const bytes = await handle.readFile();
    requireSize(name, bytes.byteLength);
    return { bytes, stamp };
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    if (isFileError(error, 'ELOOP', 'EISDIR', 'ENXIO')) throw notPlain(name);
    throw fileProblem(error, path);
  }
}

/** Throws `recording-too-large` for more bytes than a recording may have. */
export function requireSize(name: string, bytes: number): void {
  if (bytes > largestRecording) throw new Problem('recording-too-large', { name, most: largestRecording });
}

function stampOfPlain(name: string, found: Stats): string {
  if (!found.isFile()) throw notPlain(name);
  requireSize(name, found.size);
  return `${found.ino}:${found.mtimeMs}:${found.size}`;
}

function notPlain(name: string): Problem {
  return new Problem('recording-broken', { name, line: 1, fault: 'not a plain file' });
}
