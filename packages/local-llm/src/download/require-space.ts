import { stat } from 'node:fs/promises';
import { Problem } from '@jacquard/flow';
import { freeBytesOf } from './free-bytes.ts';
import type { LocatedFile } from './model-source.ts';

// Left free beside the download: a disk filled to the last byte breaks everything else on it.
const spareBytes = 32 * 1024 * 1024;

/** Throws `disk-full` unless the folder's disk has room for what is still to come of the files. */
export async function requireSpace(
  folder: string,
  parts: readonly { readonly file: LocatedFile; readonly path: string }[],
  freeBytes: (folder: string) => Promise<number> = freeBytesOf,
): Promise<void> {
  let needed = spareBytes;
  for (const { file, path } of parts) {
    const there = (await stat(path).catch(() => undefined))?.size ?? 0;
    needed += Math.max(0, file.expected.size - there) + (file.member?.expected.size ?? 0);
  }
  const free = await freeBytes(folder);
  if (free < needed) throw new Problem('disk-full', { folder, needed, free }, { kind: 'operational' });
}
