import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Problem } from '@jacquard/flow';
import type { IndexedFile, ReadingHost, SourceFile } from '../interfaces.ts';
import type { ShelvedFile } from './document-shelf.ts';

/** What reading a file gave: its documents; or nothing, since its bytes are what the index has; or that it is there no more. */
export type SourceReading =
  | ({ readonly outcome: 'read'; readonly sha256: string } & Awaited<ReturnType<ReadingHost['read']>>)
  | { readonly outcome: 'failed'; readonly sha256: string; readonly problem: Problem }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'gone' };

/** How a file is read. `known`: the SHA-256 of what the index has of it. */
export interface SourceReadingOptions {
  readonly known: Pick<IndexedFile, 'sha256'> | undefined;
  /** What it was read as before, for other settings. */
  readonly shelved?: ShelvedFile | undefined;
  readonly signal: AbortSignal;
  readonly onPages: (done: number, total: number) => void;
}

const tries = 3;

/**
 * Hashes and reads a file, again when it was changed meanwhile. What is wrong with the file is an outcome; rejects with the
 * signal's reason alone.
 */
export async function readSource(
  reading: ReadingHost,
  source: SourceFile,
  options: SourceReadingOptions,
): Promise<SourceReading> {
  let sha256 = '';
  try {
    for (let turn = 0; turn < tries; turn += 1) {
      const before = await stateOf(source.path);
      sha256 = await hashOf(source.path, options.signal);
      const { known, shelved, signal, onPages } = options;
      if (known?.sha256 === sha256 && (await stateOf(source.path)) === before) return { outcome: 'same' };
      const read = await settled(
        shelved?.sha256 === sha256 ? fromShelf(shelved) : reading.read(source, { signal, onPages }),
      );
      if ((await stateOf(source.path)) !== before) continue;
      if ('error' in read) throw read.error;
      return { outcome: 'read', sha256, ...read.value };
    }
    throw new Problem('document-keeps-changing');
  } catch (error) {
    options.signal.throwIfAborted();
    if (codeOf(error) === 'ENOENT') return { outcome: 'gone' };
    return { outcome: 'failed', sha256, problem: problemOf(error) };
  }
}

async function fromShelf(shelved: ShelvedFile): ReturnType<ReadingHost['read']> {
  return { documents: await shelved.documents(), unread: shelved.unread };
}

/** Changes whenever a file may have changed. */
async function stateOf(path: string): Promise<string> {
  const { size, mtimeNs, ino } = await stat(path, { bigint: true });
  return `${size} ${mtimeNs} ${ino}`;
}

async function hashOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { signal })) hash.update(chunk);
  return hash.digest('hex');
}

/** A file that is being written may be wrong in any way: what is wrong counts only if it hasn't changed since. */
async function settled<Value>(promise: Promise<Value>): Promise<{ value: Value } | { error: unknown }> {
  try {
    return { value: await promise };
  } catch (error) {
    return { error };
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function problemOf(error: unknown): Problem {
  if (Problem.is(error)) return error;
  const code = codeOf(error);
  const isForbidden = code === 'EACCES' || code === 'EPERM';
  if (isForbidden) return new Problem('document-file-gone', {}, { kind: 'operational', cause: error });
  const reason = typeof code === 'string' ? code : String(error);
  return new Problem('knowledge-thread-failed', { reason }, { kind: 'operational', cause: error });
}
