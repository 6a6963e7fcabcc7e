import { stat } from 'node:fs/promises';
import type { Descriptors, FlowDocument } from '@jacquard/flow';
import { bundleLimits, tooLarge } from './bundle-problem.ts';
import { readBundle } from './read-bundle.ts';

/**
 * Unpacks the zip at `file` into an empty folder that nobody else uses, which then is a project folder by itself. Throws `bundle-unsafe`,
 * `bundle-too-large`, `bundle-damaged`.
 */
export async function openBundle(file: string, folder: string): Promise<void> {
  if ((await stat(file)).size > bundleLimits.zipBytes)
    throw tooLarge('archive-bytes', { bytes: bundleLimits.zipBytes });
  const { unpackBundle } = await import('./unpack-bundle.ts');
  await unpackBundle(file, folder);
}

/** The flow that an unpacked bundle was made for. Throws `flow-invalid`, `bundle-without-flow`. */
export async function mainFlowOf(
  folder: string,
  descriptors: Descriptors,
): Promise<{ readonly id: string; readonly document: FlowDocument }> {
  const [main] = (await readBundle(folder, descriptors)).flows;
  if (main === undefined) throw new Error('a bundle without flows was read');
  return main;
}
