import { Problem } from '@jacquard/flow';
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import type { ReadLimits } from './read-limits.ts';

/** A file in a zip. */
export interface ZipEntry {
  /** As written in the archive, with `/`: hostile, never a path. */
  readonly name: string;
  readonly isEncrypted: boolean;
  /** Unpacked bytes, as the archive declares them. */
  readonly size: number;
  /**
   * Its bytes unpacked, counted as they come. Throws `archive-too-large` for a bomb, by declared or real size, and
   * `document-damaged` for bytes that can't be unpacked.
   */
  read(): Promise<Uint8Array>;
}

type ArchiveLimits = ReadLimits['archive'];

/**
 * The files of a zip, folders left out, one after another. Throws `archive-too-large` when it declares more entries or bytes
 * than may be, `document-damaged` when it is no whole zip.
 */
export async function* zipEntries(
  bytes: Uint8Array,
  limits: ArchiveLimits,
  signal: AbortSignal,
): AsyncGenerator<ZipEntry, void, void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Names are decoded here, so that one of them that is unsafe doesn't end the reading of all.
  const zip = await fromBufferPromise(buffer, { decodeStrings: false, autoClose: false }).catch(damaged);
  try {
    const entries = await listEntries(zip, limits);
    let left = limits.bytes;
    for (const entry of entries) {
      signal.throwIfAborted();
      const spend = (count: number): void => {
        left -= count;
        if (left < 0) throw tooLarge('archive-bytes', { bytes: limits.bytes });
      };
      yield {
        name: nameOf(entry),
        isEncrypted: entry.isEncrypted(),
        size: entry.uncompressedSize,
        read: () => unpack(zip, entry, { limits, spend, signal }),
      };
    }
  } finally {
    zip.close();
  }
}

async function listEntries(zip: ZipFile, limits: ArchiveLimits): Promise<Entry[]> {
  if (zip.entryCount > limits.entries) throw tooLarge('archive-entries', { limit: limits.entries });
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) if (!nameOf(entry).endsWith('/')) entries.push(entry);
  } catch (error) {
    damaged(error);
  }
  const declared = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (declared > limits.bytes) throw tooLarge('archive-bytes', { bytes: limits.bytes });
  return entries;
}

interface Unpacking {
  readonly limits: ArchiveLimits;
  readonly spend: (count: number) => void;
  readonly signal: AbortSignal;
}

async function unpack(zip: ZipFile, entry: Entry, { limits, spend, signal }: Unpacking): Promise<Uint8Array> {
  const check = (size: number): void => {
    if (size > limits.entryBytes) throw tooLarge('archive-entry-bytes', { bytes: limits.entryBytes });
    if (size > limits.ratioFrom && size > entry.compressedSize * limits.ratio) {
      throw tooLarge('archive-ratio', { limit: limits.ratio });
    }
  };
  check(entry.uncompressedSize);
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    const source = await zip.openReadStreamPromise(entry);
    for await (const piece of source.iterator({ destroyOnReturn: true })) {
      signal.throwIfAborted();
      if (!(piece instanceof Uint8Array)) continue;
      size += piece.length;
      spend(piece.length);
      check(size);
      pieces.push(piece);
    }
  } catch (error) {
    if (Problem.is(error) || signal.aborted) throw error;
    damaged(error);
  }
  return Buffer.concat(pieces);
}

/** UTF-8 where the archive says so, else the code page of DOS, as the format has it. Windows' separators become `/`. */
function nameOf(entry: Entry): string {
  // boundary: without `decodeStrings` the library leaves names as bytes, which its types don't tell
  const raw = entry.fileName as unknown as Buffer;
  return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false).replaceAll('\\', '/');
}

function tooLarge(what: string, limit: { readonly limit: number } | { readonly bytes: number }): Problem {
  return new Problem('archive-too-large', { what, ...limit });
}

function damaged(cause: unknown): never {
  throw new Problem('document-damaged', {}, { cause });
}
