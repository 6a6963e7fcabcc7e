import { Problem } from '@jacquard/flow';
import type { ReadLimits } from './read-limits.ts';
import { zipEntries } from './zip-entries.ts';

const manifest = 'META-INF/manifest.xml';

/**
 * Unpacks every part of an office document once, keeping nothing, before a library that knows no limits gets it. Throws
 * `archive-too-large`, `document-damaged`, and `document-has-password` for encrypted parts, which OpenDocument declares in
 * its manifest (OpenDocument 1.3, part 2, 3.4.1).
 */
export async function checkOfficeZip(
  bytes: Uint8Array,
  limits: ReadLimits['archive'],
  signal: AbortSignal,
): Promise<void> {
  for await (const entry of zipEntries(bytes, limits, signal)) {
    if (entry.isEncrypted) throw new Problem('document-has-password');
    if (entry.name !== manifest) await entry.read(() => undefined);
    else if (Buffer.from(await entry.read()).includes('encryption-data')) throw new Problem('document-has-password');
  }
}
