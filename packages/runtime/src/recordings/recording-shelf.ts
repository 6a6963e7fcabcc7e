import { hash } from 'node:crypto';
import { lstat, mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import { createRecording, type RecordedContent, type Recording, type RecordingService } from '@jacquard/node-kit';
import { fileProblem, isFileError, writeTemporaryFile } from '@jacquard/stores';
import { parseRecording, serialiseRecording } from './recording-lines.ts';

/** How the names of recordings' files end. */
const ending = '.recording.jsonl';
/** Bytes. */
const largestRecording = 32 * 1024 * 1024;
/** As ids of flows: nothing in it that a path gives a meaning. */
const usableName = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._-]{0,98}[\p{L}\p{M}\p{N}_-])?$/u;

interface Shelved {
  readonly recording: Recording;
  /** The state of the file that it was read from or last written to; undefined while a change is on its way. */
  stamp: string | undefined;
}

/**
 * Recordings as files of one folder, `NAME.recording.jsonl`. The file is the truth: one that was changed outside is read anew. Links
 * are not followed, and a file is replaced whole or not at all.
 */
export function createRecordingShelf(folder: string): RecordingService {
  const shelved = new Map<string, Shelved>();
  const open: RecordingService['open'] = async (name, signal) => {
    const path = pathOf(folder, name);
    const stamp = await stampOf(name, path);
    signal?.throwIfAborted();
    const known = shelved.get(name);
    if (known !== undefined && (known.stamp === undefined || known.stamp === stamp)) return known.recording;
    const content = stamp === absent ? nothing : parseRecording(name, await readFile(path, 'utf8'));
    const writer = createWriter(folder, name, path);
    const entry: Shelved = {
      stamp,
      recording: createRecording(name, content, async (changed) => {
        entry.stamp = undefined;
        entry.stamp = await writer(changed);
      }),
    };
    shelved.set(name, entry);
    return entry.recording;
  };
  return {
    open,
    async identify(name) {
      const path = pathOf(folder, name);
      if ((await stampOf(name, path)) === absent) return undefined;
      return hash('sha256', await readFile(path));
    },
  };
}

const nothing: RecordedContent = { model: undefined, entries: [] };
const absent = 'absent';

/** Throws `recording-name-unusable`. */
function pathOf(folder: string, name: string): string {
  if (!usableName.test(name)) throw new Problem('recording-name-unusable', { name: name.slice(0, 200) });
  return join(folder, `${name}${ending}`);
}

/** Tells one state of a file from the next; throws `recording-too-large`, and `recording-broken` for what is no plain file. */
async function stampOf(name: string, path: string): Promise<string> {
  try {
    const found = await lstat(path);
    if (!found.isFile()) throw new Problem('recording-broken', { name, line: 1, fault: 'not a plain file' });
    if (found.size > largestRecording) throw tooLarge(name);
    return `${found.ino}:${found.mtimeMs}:${found.size}`;
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return absent;
    throw fileProblem(error, path);
  }
}

function tooLarge(name: string): Problem {
  return new Problem('recording-too-large', { name, most: largestRecording });
}

/** Writes one state after another; those that came while one was written are written as one. Gives the file's new stamp. */
function createWriter(folder: string, name: string, path: string): (content: RecordedContent) => Promise<string> {
  let going: Promise<string> | undefined;
  let next: { content: RecordedContent; readonly written: Promise<string> } | undefined;
  const write = async (content: RecordedContent): Promise<string> => {
    const text = serialiseRecording(content);
    if (Buffer.byteLength(text) > largestRecording) throw tooLarge(name);
    try {
      await mkdir(folder, { recursive: true });
      await rename(await writeTemporaryFile(folder, text), path);
    } catch (error) {
      throw fileProblem(error, path);
    }
    return stampOf(name, path);
  };
  const begin = (content: RecordedContent): Promise<string> => {
    const writing = write(content).finally(() => {
      if (going === writing) going = undefined;
    });
    going = writing;
    return writing;
  };
  return (content) => {
    if (going === undefined) return begin(content);
    if (next !== undefined) {
      next.content = content;
      return next.written;
    }
    const after = async (): Promise<string> => {
      await going?.catch(() => undefined);
      const latest = next?.content ?? content;
      next = undefined;
      return begin(latest);
    };
    next = { content, written: after() };
    return next.written;
  };
}
