import { mkdir, open, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openPromise, type ZipFile } from 'yauzl';
import { bundleEntries, checkSize, type BundleEntry } from './bundle-entries.ts';
import { bundleLimits, damagedUnlessKnown, tooLarge, unsafeEntry } from './bundle-problem.ts';

/**
 * Unpacks a bundle into an empty folder that nobody else uses. All of it is looked at before the first byte is written; bytes are
 * counted as they come, whatever the zip declares. Throws `bundle-unsafe`, `bundle-too-large`, `bundle-damaged`.
 */
export async function unpackBundle(file: string, folder: string): Promise<void> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(
    (error: unknown) => {
      throw damagedUnlessKnown(error);
    },
  );
  try {
    const entries = await bundleEntries(zip).catch((error: unknown) => {
      throw nameProblem(error);
    });
    let left: number = bundleLimits.bytes;
    for (const entry of entries) left -= await unpackEntry(zip, entry, { folder, left });
  } catch (error) {
    throw damagedUnlessKnown(error);
  } finally {
    zip.close();
  }
}

async function unpackEntry(
  zip: ZipFile,
  { entry, path }: BundleEntry,
  { folder, left }: { readonly folder: string; readonly left: number },
): Promise<number> {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await using handle = await open(target, 'wx', 0o600);
  const source = await zip.openReadStreamPromise(entry);
  let size = 0;
  for await (const piece of source.iterator({ destroyOnReturn: true })) {
    if (!(piece instanceof Uint8Array)) continue;
    size += piece.length;
    checkSize(size, entry.compressedSize);
    if (size > left) throw tooLarge('archive-bytes', { bytes: bundleLimits.bytes });
    await handle.writeFile(piece);
  }
  const modified = entry.getLastModDate();
  if (!Number.isNaN(modified.getTime())) await utimes(target, modified, modified);
  return size;
}

/** The library refuses absolute paths, `..` and backslashes by itself, in words of its own. */
function nameProblem(error: unknown): unknown {
  const found =
    error instanceof Error &&
    /^(?:absolute path|invalid (?:relative path|characters in fileName)): (.*)/s.exec(error.message);
  return found ? unsafeEntry(found[1] ?? '', 'bundle-name') : error;
}
