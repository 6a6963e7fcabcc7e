import type { Entry, ZipFile } from 'yauzl';
import { safeDocumentPath } from '@jacquard/stores';
import { bundleLimits, tooLarge, unsafeEntry } from './bundle-problem.ts';

/** An entry that may be unpacked, to the path `path` within a folder of its own. */
export interface BundleEntry {
  readonly entry: Entry;
  readonly path: string;
}

const ownFile = /^[^/\\.][^/\\]*\.(?:flow|knowledge)\.json$/;
/** What archivers of some systems add. */
const clutter = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/**
 * The files of a bundle, all looked at before any is unpacked. Throws `bundle-unsafe` for a name that isn't as we would write it,
 * a link, an encrypted entry, or two that would lie at one place, and `bundle-too-large` for what declares too much.
 */
export async function bundleEntries(zip: ZipFile): Promise<readonly BundleEntry[]> {
  if (zip.entryCount > bundleLimits.entries) throw tooLarge('archive-entries', { limit: bundleLimits.entries });
  const found: BundleEntry[] = [];
  const taken = new Set<string>();
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    refuseSpecial(entry);
    if (name.endsWith('/') || clutter.test(name)) continue;
    declared += entry.uncompressedSize;
    if (declared > bundleLimits.bytes) throw tooLarge('archive-bytes', { bytes: bundleLimits.bytes });
    checkSize(entry.uncompressedSize, entry.compressedSize);
    const path = safePath(name);
    takePlace(taken, path);
    found.push({ entry, path });
  }
  return found;
}

/** Throws `bundle-too-large` for an entry that is or unpacks too large; `size` is declared, or counted so far. */
export function checkSize(size: number, packed: number): void {
  if (size > bundleLimits.entryBytes) throw tooLarge('archive-entry-bytes', { bytes: bundleLimits.entryBytes });
  if (size > bundleLimits.ratioFrom && size > packed * bundleLimits.ratio)
    throw tooLarge('archive-ratio', { limit: bundleLimits.ratio });
}

function refuseSpecial(entry: Entry): void {
  const kind = (entry.externalFileAttributes >>> 16) & 0o170_000;
  if (kind !== 0 && kind !== 0o100_000 && kind !== 0o040_000) throw unsafeEntry(entry.fileName, 'bundle-link');
  if (entry.isEncrypted()) throw unsafeEntry(entry.fileName, 'bundle-encrypted');
}

function safePath(name: string): string {
  const path = name.normalize('NFC');
  const isOwn = ownFile.test(path) && !/[\p{Cc}\p{Cf}<>:"|?*]/u.test(path) && Buffer.byteLength(path) <= 200;
  if (!isOwn && path !== safeDocumentPath(path)) throw unsafeEntry(name, 'bundle-name');
  return path;
}

/** One place each, also where capitals make no difference, and no file where another needs a folder. */
function takePlace(taken: Set<string>, path: string): void {
  const key = path.toLowerCase();
  if (taken.has(key) || taken.has(`${key}/`)) throw unsafeEntry(path, 'bundle-twice');
  taken.add(key);
  for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
    if (taken.has(key.slice(0, end))) throw unsafeEntry(path, 'bundle-twice');
    taken.add(`${key.slice(0, end)}/`);
  }
}
