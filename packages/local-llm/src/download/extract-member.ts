import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@jacquard/flow';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { FileFact } from '../fetchable-model.ts';

/**
 * Takes one file out of a zip archive, in pieces, and never more of it than its known size. Throws
 * `model-checksum-wrong` when it isn't in there or isn't the expected one.
 */
export async function extractMember(
  archive: string,
  member: { readonly name: string; readonly expected: FileFact },
  target: string,
  signal: AbortSignal,
): Promise<void> {
  const zip = await openPromise(archive, { autoClose: false });
  try {
    const entry = await findEntry(zip, member.name);
    if (entry?.uncompressedSize !== member.expected.size) throw wrong(member.name);
    const hash = createHash('sha256');
    const source = await zip.openReadStreamPromise(entry);
    await pipeline(source, measure(hash, member), createWriteStream(target, { flush: true }), { signal });
    if (hash.digest('hex') !== member.expected.sha256) throw wrong(member.name);
  } finally {
    zip.close();
  }
}

async function findEntry(zip: ZipFile, name: string): Promise<Entry | undefined> {
  for await (const entry of zip.eachEntry()) if (entry.fileName === name) return entry;
  return undefined;
}

function measure(
  hash: ReturnType<typeof createHash>,
  { name, expected }: { readonly name: string; readonly expected: FileFact },
): Transform {
  let size = 0;
  return new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      size += piece.length;
      if (size > expected.size) return done(wrong(name));
      hash.update(piece);
      return done(null, piece);
    },
  });
}

function wrong(name: string): Problem {
  return new Problem('model-checksum-wrong', { from: name });
}
